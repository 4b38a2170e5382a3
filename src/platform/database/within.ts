/** Waits no longer than so long for an answer. */
import { setTimeout as pause } from 'node:timers/promises';

/** How often it is looked whether the answer is there. */
const looks = 6;

/**
 * Only the time counts in which this process could have heard the answer: one that was itself held up, by a long
 * computation or a sleeping machine, has to look whether it is there before it says that nothing came.
 * @throws SilenceError
 */
export async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  const heard = answer.then((value) => ({ value }));
  for (let look = 0; look < looks; look += 1) {
    const timer = new AbortController();
    const nothing = pause(milliseconds / looks, null, { signal: timer.signal });
    // It rejects only when the answer was faster.
    nothing.catch(() => undefined);
    try {
      const first = await Promise.race([heard, nothing]);
      if (first !== null) return first.value;
    } finally {
      timer.abort();
    }
  }
  throw new SilenceError(milliseconds);
}

export class SilenceError extends Error {
  override name = 'SilenceError';

  constructor(milliseconds: number) {
    super(`There was no answer for ${milliseconds} ms.`);
  }
}
