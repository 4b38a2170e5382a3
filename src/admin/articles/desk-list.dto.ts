/** What staff may ask of the list of articles. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches, MaxLength } from 'class-validator';
import {
  type ArticleKind,
  type ArticleStatus,
  type Gate,
  articleKinds,
  articleStatuses,
  gates,
} from '../../articles/article.js';
import { type DeskQuestion, type DeskSort, deskSorts } from '../../articles/desk/desk-question.js';
import type { DeskWorker } from '../../articles/desk/desk-rights.rules.js';
import { LONGEST_QUESTION } from '../../articles/search/article-search.dto.js';
import { LONGEST_SLUG, SLUG } from '../../articles/slug.rules.js';
import { Omissible } from '../../platform/http/omissible.decorator.js';
import { PageQuery } from '../../platform/http/page.dto.js';

const notASlug = { message: 'must be a slug: lower-case words joined by hyphens' };

const meOrId = /^(me|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

export class DeskListQuery extends PageQuery {
  /** Words in title, standfirst or public part, as readers search for them; or how the slug begins. */
  @Omissible()
  @IsString()
  @Length(1, LONGEST_QUESTION)
  q?: string;

  @Omissible()
  @IsIn(articleStatuses)
  @ApiProperty({ enum: articleStatuses, required: false })
  status?: ArticleStatus;

  /** The section's slug. */
  @Omissible()
  @Matches(SLUG, notASlug)
  @MaxLength(LONGEST_SLUG)
  section?: string;

  /** The slug of an author who stands in the byline. */
  @Omissible()
  @Matches(SLUG, notASlug)
  @MaxLength(LONGEST_SLUG)
  author?: string;

  /** The tag's slug. */
  @Omissible()
  @Matches(SLUG, notASlug)
  @MaxLength(LONGEST_SLUG)
  tag?: string;

  @Omissible()
  @IsIn(articleKinds)
  @ApiProperty({ enum: articleKinds, required: false })
  kind?: ArticleKind;

  /** Its own gate, as it was set. */
  @Omissible()
  @IsIn(gates)
  @ApiProperty({ enum: gates, required: false })
  gate?: Gate;

  /** Whose draft it was: an account's id, or `me`. */
  @Omissible()
  @Matches(meOrId, { message: 'must be "me" or the id of an account' })
  createdBy?: string;

  /** The latest begun first, the latest changed first, or only what is scheduled, the next to appear first. */
  @Omissible()
  @IsIn(deskSorts)
  @ApiProperty({ enum: deskSorts, required: false, default: 'newest' })
  sort: DeskSort = 'newest';
}

export function questionOf(
  { q, createdBy, ...filters }: Omit<DeskListQuery, 'limit' | 'cursor'>,
  by: DeskWorker,
): DeskQuestion {
  return { ...filters, words: q, createdById: createdBy === 'me' ? by.id : createdBy };
}
