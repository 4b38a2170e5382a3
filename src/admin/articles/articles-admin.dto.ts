/** What staff send to make and edit articles. */
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type ArticleKind, type Gate, articleKinds, gates } from '../../articles/article.js';
import { LONGEST_SCHEDULE } from '../../articles/article-gate.rules.js';
import { LONGEST_SLUG, SLUG } from '../../articles/slug.rules.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';

const notASlug = { message: 'must be a slug: lower-case words joined by hyphens' };

const noWord = { message: 'title must have a word in it' };

class HeroImageBody {
  /** http(s) or a path of this site. */
  @IsString()
  @MaxLength(2_000)
  url: string;

  /** What the picture shows, for those who do not see it; needed to publish. */
  @Omissible()
  @IsString()
  @MaxLength(500)
  alt: string = '';

  @IsOptional()
  @IsString()
  @MaxLength(500)
  caption: string | null = null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  credit: string | null = null;
}

class ArticleFields {
  /** The last part of the address; made from the title of a new article when it is left out. */
  @Omissible()
  @IsString()
  @MaxLength(LONGEST_SLUG)
  @Matches(SLUG, notASlug)
  slug?: string;

  @Omissible()
  @IsString()
  @MaxLength(500)
  standfirst?: string;

  /** `story` when it is left out. */
  @Omissible()
  @IsIn(articleKinds)
  @ApiProperty({ enum: articleKinds, required: false })
  kind?: ArticleKind;

  /** Who reads the whole text; in a new article the default of its section and kind when it is left out. */
  @Omissible()
  @IsIn(gates)
  @ApiProperty({ enum: gates, required: false })
  gate?: Gate;

  /** Narrows the gate `members` to members of these plans. */
  @Omissible()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  planIds?: string[];

  /** Free for everybody in so many hours from publication on; null for never. Not for what is public. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_SCHEDULE.hours)
  freeForHours?: number | null;

  /** Free for everybody from so many days after publication on; null for never. Not for what is public. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_SCHEDULE.days)
  freeAfterDays?: number | null;

  /** The section's slug, or null for none. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SLUG)
  section?: string | null;

  /** The authors' slugs, in the order of the byline. */
  @Omissible()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(LONGEST_SLUG, { each: true })
  authors?: string[];

  /** Slugs of tags; anything else, like "Night trams", is a name and becomes a tag when it is new. */
  @Omissible()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  tags?: string[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => HeroImageBody)
  heroImage?: HeroImageBody | null;

  /** The whole text; what follows `<!--paywall-->` is withheld, without it all but the first words. */
  @Omissible()
  @IsString()
  @MaxLength(500_000)
  bodyHtml?: string;
}

export class CreateArticleBody extends ArticleFields {
  @IsString()
  @MaxLength(200)
  @Matches(/[\p{L}\p{N}]/u, noWord)
  title: string;
}

export class EditArticleBody extends ArticleFields {
  @Omissible()
  @IsString()
  @MaxLength(200)
  @Matches(/[\p{L}\p{N}]/u, noWord)
  title?: string;

  /** The `version` that this edit started from, where `If-Match` does not say it; refused with 409 when somebody was faster. */
  @Omissible()
  @IsInt()
  @Min(1)
  version?: number;
}
