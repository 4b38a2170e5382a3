/** What a reader may ask of the list of articles. */
import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../platform/http/page.dto.js';
import { type ArticleKind, articleKinds } from './article.js';
import { LONGEST_SLUG, SLUG } from './slug.rules.js';

const notASlug = { message: 'must be a slug: lower-case words joined by hyphens' };

export class ArticleListQuery extends PageQuery {
  /** Only of the section with this slug. */
  @IsOptional()
  @Matches(SLUG, notASlug)
  @MaxLength(LONGEST_SLUG)
  section?: string;

  /** Only with the tag of this slug. */
  @IsOptional()
  @Matches(SLUG, notASlug)
  @MaxLength(LONGEST_SLUG)
  tag?: string;

  /** Only by the author with this slug. */
  @IsOptional()
  @Matches(SLUG, notASlug)
  @MaxLength(LONGEST_SLUG)
  author?: string;

  /** Only of this kind: `story`, `memo`, `trend-report` or `briefing`. */
  @IsOptional()
  @IsIn(articleKinds)
  kind?: ArticleKind;
}
