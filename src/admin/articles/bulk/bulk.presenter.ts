/** What staff are told of many articles at once: each by itself. */
import type { Problem } from '../../../platform/http/problem.js';

/** What became of one article; null where it was done. */
export interface BulkResult {
  id: string;
  problem: Problem | null;
}

export class BulkResultView {
  id: string;
  ok: boolean;
  /** Why it was not done: the code that the same deed for this article alone is refused with. */
  code?: string;
  /** The same as a sentence. */
  detail?: string;
}

export class BulkView {
  /** How many it was done to. */
  done: number;
  /** In the order in which they were named. */
  results: BulkResultView[];
}

export function presentBulk(results: readonly BulkResult[]): BulkView {
  return {
    done: results.filter(({ problem }) => problem === null).length,
    results: results.map(({ id, problem }) =>
      problem === null
        ? { id, ok: true }
        : { id, ok: false, code: problem.code, detail: sentenceOf(problem) },
    ),
  };
}

/** Its fields are not named apart here, as they are where the deed is done alone. */
function sentenceOf({ detail, errors = [] }: Problem): string {
  return errors.length === 0 ? detail : errors.map(({ message }) => message).join(' ');
}
