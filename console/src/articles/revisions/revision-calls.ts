/** The versions of an article's words. */
import { api } from '../../api/client.js';
import type { CursorPage } from '../../api/cursors.js';
import { type ArticleInHand, readArticle } from '../article-calls.js';

export interface Revision {
  number: number;
  title: string;
  words: number;
  editor: string | null;
  createdAt: string;
  current: boolean;
}

export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export interface Block {
  kind: 'same' | 'added' | 'removed' | 'changed';
  tag: string;
  pieces: Piece[];
}

export interface Comparison {
  from: Revision;
  to: Revision;
  title: Piece[];
  standfirst: Piece[];
  blocks: Block[];
  precision: 'words' | 'blocks';
}

const at = (id: string, further = ''): string => `/admin/articles/${id}/revisions${further}`;

export const readRevisions = (id: string, cursor: string | null): Promise<CursorPage<Revision>> =>
  api.get(at(id), { limit: 25, cursor });

export const compare = (id: string, from: number, to: number): Promise<Comparison> =>
  api.get(at(id, '/compare'), { from, to });

/** @param mark of the version that she has seen */
export async function restore(id: string, number: number, mark: string): Promise<ArticleInHand> {
  await api.post(at(id, `/${number}/restore`), undefined, { headers: { 'if-match': mark } });
  return readArticle(id);
}
