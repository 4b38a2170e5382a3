/** The gates that new articles get, as staff see and set them. */
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
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type ArticleKind, type Gate, articleKinds, gates } from '../../articles/article.js';
import { LONGEST_SCHEDULE } from '../../articles/article-gate.rules.js';
import { LONGEST_SLUG } from '../../articles/slug.rules.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';

export class GateDefaultBody {
  /** The section's slug; null for any. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SLUG)
  section: string | null = null;

  /** null for any */
  @IsOptional()
  @IsIn(articleKinds)
  @ApiProperty({ enum: articleKinds, nullable: true, type: String, required: false })
  kind: ArticleKind | null = null;

  @IsIn(gates)
  @ApiProperty({ enum: gates })
  gate: Gate;

  /** Narrows the gate `members` to members of these plans. */
  @Omissible()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  planIds: string[] = [];

  /** Free for everybody in so many hours from publication on; null for never. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_SCHEDULE.hours)
  freeForHours: number | null = null;

  /** Free for everybody from so many days after publication on; null for never. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_SCHEDULE.days)
  freeAfterDays: number | null = null;
}

export class GateDefaultsBody {
  /** The most specific one counts: of section and kind, of the section, of the kind, of the site. */
  @IsArray()
  @ArrayMaxSize(500)
  // A list in place of an item would be looked into, and found in order.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => GateDefaultBody)
  items: GateDefaultBody[];
}
