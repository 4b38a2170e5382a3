/** Gift and preview links that open nothing, or nothing here: withdrawn, expired, used up, of another article. */
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import type { TestTown } from '../support/town.js';
import { makeGift, makePreview } from './links.js';
import { bareStory } from './planted-articles.js';

export interface WorthlessLinks {
  gifts: string[];
  /** Of the draft. */
  previews: string[];
  /** Both still open an article, though none with a canary in it. */
  giftOfAnother: string;
  previewOfAnother: string;
}

export async function makeWorthlessLinks(
  town: TestTown,
  memberId: string,
): Promise<WorthlessLinks> {
  const members = { slug: 'members-story', makerId: memberId };
  const draft = { slug: 'draft', makerId: memberId };
  const bare = { slug: bareStory, makerId: memberId };
  const usedUp = await makeGift(town, members);
  await town.app
    .get(Database)
    .pool.query(
      `insert into gift_openings ("giftId", "openerId", "openedAt") values ($1, gen_random_uuid(), $2)`,
      [usedUp.id, town.app.get(Clock).now()],
    );
  const gifts = [
    usedUp,
    await makeGift(town, { ...members, withdrawn: -1 }),
    await makeGift(town, { ...members, ends: -1 }),
  ];
  const previews = [
    await makePreview(town, { ...draft, withdrawn: -1 }),
    await makePreview(town, { ...draft, ends: -1 }),
  ];
  return {
    gifts: gifts.map(({ sealed }) => sealed),
    previews: previews.map(({ sealed }) => sealed),
    giftOfAnother: (await makeGift(town, bare)).sealed,
    previewOfAnother: (await makePreview(town, bare)).sealed,
  };
}
