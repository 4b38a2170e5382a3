/** Opens what may change between being judged and being read: then it is looked up and judged anew. */
import { changesTooFast } from './reading.errors.js';

/** What a pass was made for is another by now. */
export const changed = Symbol('changed');
export type Changed = typeof changed;

/** How often it is looked up before somebody is asked to come back. */
const mostAttempts = 4;

/** @throws Problem 503 while it is changed again and again */
export async function whileItChanges<Opened>(
  open: (isFirst: boolean) => Promise<Opened | Changed>,
): Promise<Opened> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const opened = await open(attempt === 0);
    if (opened !== changed) return opened;
  }
  throw changesTooFast();
}
