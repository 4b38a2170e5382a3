/** The sort key of lists of published articles, as their cursors carry it. */
import { isUUID } from 'class-validator';
import { isDatedKey } from '../platform/http/paging.js';
import type { ArticleCard } from './article.js';

/** The id goes into a query as a uuid; anything else would be the database's to refuse. */
export function isArticleKey(key: unknown): key is [string, string] {
  return isDatedKey(key) && isUUID(key[1]);
}

export const keyOfCard = ({ publishedAt, id }: ArticleCard): [string, string] => [
  publishedAt.toISOString(),
  id,
];
