/** Gift and preview links that open nothing, or nothing here: withdrawn, expired, used up, of another article. */
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { Keys } from '../../src/users/keys.js';
import type { TestTown } from '../support/town.js';
import { bareStory } from './planted-articles.js';

export interface WorthlessLinks {
  gifts: string[];
  /** Of the draft. */
  previews: string[];
  /** Both still open an article, though none with a canary in it. */
  giftOfAnother: string;
  previewOfAnother: string;
}

/** Ends and withdrawals, as days from now. */
type Fate = [ends: number, withdrawn: number | null];

export async function makeWorthlessLinks(
  town: TestTown,
  memberId: string,
): Promise<WorthlessLinks> {
  const { pool } = town.app.get(Database);
  const keys = town.app.get(Keys, { strict: false });
  const now = town.app.get(Clock).now();
  const insert = async (
    into: string,
    columns: string,
    slug: string,
    fate: Fate,
  ): Promise<string> => {
    const { rows } = await pool.query<{ id: string }>(
      `insert into ${into} (id, "articleId", ${columns}, "createdAt", "expiresAt", "revokedAt")
       select gen_random_uuid(), id, $1 ${into === 'gifts' ? ', 1' : ''}, $2::timestamptz - interval '9 days',
         $2::timestamptz + make_interval(days => $3), $2::timestamptz + make_interval(days => $4)
       from articles where slug like $5 || '%' returning id`,
      [memberId, now, ...fate, slug],
    );
    return rows[0]?.id ?? '';
  };
  const gift = (slug: string, ...fate: Fate): Promise<string> =>
    insert('gifts', '"giverId", openings', slug, fate);
  const preview = (slug: string, ...fate: Fate): Promise<string> =>
    insert('article_previews', '"createdById"', slug, fate);
  const usedUp = await gift('members-story', 5, null);
  await pool.query(
    `insert into gift_openings ("giftId", "openerId", "openedAt") values ($1, gen_random_uuid(), $2)`,
    [usedUp, now],
  );
  const gifts = [usedUp, await gift('members-story', 5, -1), await gift('members-story', -1, null)];
  const previews = [await preview('draft', 5, -1), await preview('draft', -1, null)];
  return {
    gifts: gifts.map((id) => keys.gift.close(id)),
    previews: previews.map((id) => keys.preview.close(id)),
    giftOfAnother: keys.gift.close(await gift(bareStory, 5, null)),
    previewOfAnother: keys.preview.close(await preview(bareStory, 5, null)),
  };
}
