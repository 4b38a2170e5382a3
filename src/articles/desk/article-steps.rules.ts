/** An article's way before its readers: which step leads where from which status, and which is refused. */
import type { ArticleStatus } from '../article.js';

export const articleSteps = ['publish', 'unpublish', 'schedule', 'unschedule'] as const;
export type ArticleStep = (typeof articleSteps)[number];

export type StepRefusal =
  'not-published' | 'is-published' | 'is-scheduled' | 'not-scheduled' | 'was-published';

export interface Whereabouts {
  status: ArticleStatus;
  /** When it first appeared; null while no reader has ever seen it. */
  publishedAt: Date | null;
}

/** Where a step leads: perhaps to where the article is already, which changes nothing but a schedule's time. */
export function statusAfter(
  step: ArticleStep,
  { status, publishedAt }: Whereabouts,
): { to: ArticleStatus } | { refusal: StepRefusal } {
  switch (step) {
    case 'publish':
      return { to: 'published' };
    case 'unpublish':
      if (status === 'published' || status === 'unpublished') return { to: 'unpublished' };
      return { refusal: 'not-published' };
    case 'schedule':
      return status === 'published' ? { refusal: 'is-published' } : { to: 'scheduled' };
    case 'unschedule':
      if (status !== 'scheduled') return { refusal: 'not-scheduled' };
      return { to: publishedAt === null ? 'draft' : 'unpublished' };
  }
}

/** Only what no reader has ever seen, nor is about to, may be deleted. */
export function refusedDeletion({ status, publishedAt }: Whereabouts): StepRefusal | null {
  if (publishedAt !== null) return 'was-published';
  return status === 'scheduled' ? 'is-scheduled' : null;
}

/** Whether it appears now by its schedule. */
export const isDue = (article: { status: ArticleStatus; publishAt: Date | null }, now: Date) =>
  article.status === 'scheduled' && article.publishAt !== null && article.publishAt <= now;
