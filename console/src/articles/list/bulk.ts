/** The same done to many articles, each as if it were the only one. */
import { api } from '../../api/client.js';
import { countOf } from '../../words/numbers.js';
import type { Gate } from '../article.js';

export type BulkWish =
  | { action: 'publish' | 'unpublish' | 'delete' }
  | { action: 'schedule'; publishAt: string }
  | { action: 'set-section'; section: string | null }
  | { action: 'set-gate'; gate: Gate }
  | { action: 'add-tags' | 'remove-tags'; tags: string[] };

interface BulkAnswer {
  done: number;
  results: { id: string; ok: boolean; code?: string; detail?: string }[];
}

/** What became of them. */
interface BulkOutcome {
  done: number;
  /** Why some were left as they are, each reason with how many. */
  refusals: string[];
}

export async function doToAll(ids: readonly string[], wish: BulkWish): Promise<BulkOutcome> {
  const { done, results } = await api.post<BulkAnswer>('/admin/articles/bulk', { ids, ...wish });
  return { done, refusals: refusalsIn(results) };
}

function refusalsIn(results: BulkAnswer['results']): string[] {
  const counts = new Map<string, number>();
  for (const { ok, detail = 'It was refused.' } of results) {
    if (!ok) counts.set(detail, (counts.get(detail) ?? 0) + 1);
  }
  return [...counts].map(([why, many]) => `${countOf(many, 'article')}: ${why}`);
}
