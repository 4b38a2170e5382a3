/** What somebody at the desk may open and change: an author her own drafts, an editor everything. */
import type { ArticleStatus } from '../article.js';

/** A member of staff at the desk. */
export interface DeskWorker {
  readonly id: string;
  readonly isEditor: boolean;
}

export function mayOpen(
  { id, isEditor }: DeskWorker,
  { createdById }: { createdById: string | null },
): boolean {
  return isEditor || createdById === id;
}

/**
 * Why she may not open it: what readers see she knows to be there, of anything else not even that.
 * @returns null where she may
 */
export function refusedOpening(
  by: DeskWorker,
  article: { createdById: string | null; status: ArticleStatus },
): 'not-yours' | 'unknown' | null {
  if (mayOpen(by, article)) return null;
  return article.status === 'published' ? 'not-yours' : 'unknown';
}

/** What readers see, or will without anybody looking at it again, is the editors' alone to change. */
export function mayChange(
  { isEditor }: DeskWorker,
  { status, publishedAt }: { status: ArticleStatus; publishedAt: Date | null },
): boolean {
  return isEditor || (publishedAt === null && status === 'draft');
}
