/** How long a migration waits for a table: whoever comes after it queues behind it, readers included. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** For one lock, in milliseconds: no reader queues longer than that. */
  readonly forLock: number;
  /** Between two tries, in milliseconds: time for all who have queued. */
  readonly between: number;
  readonly tries: number;
}

/** Five minutes and more, in which reading goes on. */
export const usualPatience: Patience = { forLock: 500, between: 2_500, tries: 120 };

/** PostgreSQL's codes: a lock not had in time, and a transaction ended to part two that waited for each other. */
const notHad = ['55P03', '40P01'];

const isNotHad = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && notHad.includes(String(error.code));

/**
 * Does the work again while a lock that it needs is not to be had.
 * @param work leaves nothing behind where it fails
 * @throws the last failure, once the patience has ended
 */
export async function patiently(
  { between, tries }: Patience,
  log: (line: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !isNotHad(error)) throw error;
      if (left === tries - 1) {
        log(
          'Somebody holds a table that the migration needs: it lets readers pass and tries again.',
        );
      }
      await pause(between);
    }
  }
}
