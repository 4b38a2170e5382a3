/** Waits until all announcements so far are heard, so that what is on the shelves stays there. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Announcements } from '../../src/platform/database/announcements.js';
import type { Database } from '../../src/platform/database/database.js';

interface Office {
  announcements: Announcements;
  database: Database;
}

/** News comes in the order of the commits: once the last is heard, so is all that went before. */
export async function allNewsIsHeard(announcer: Office, ...others: Office[]): Promise<void> {
  const topic = randomUUID();
  // Whoever announces hears it twice: as her transaction ends, and with everybody else.
  let left = 2 + others.length;
  for (const { announcements } of [announcer, ...others]) {
    announcements.hear(topic, () => (left -= 1));
  }
  await announcer.database.transaction(() => announcer.announcements.announce(topic));
  await until(() => left <= 0);
}

/** Looks until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 1_000; !(await isSo()); tries -= 1) {
    if (tries === 0) throw new Error('It has not come to pass.');
    await pause(10);
  }
}
