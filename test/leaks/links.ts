/** Gift and preview links written down as they stand after whatever has become of them. */
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { Keys } from '../../src/users/keys.js';
import type { TestTown } from '../support/town.js';

interface Link {
  /** How the slug of the article begins. */
  slug: string;
  makerId: string;
  /** Days from now. */
  ends?: number;
  /** Days from now; null for never. */
  withdrawn?: number | null;
}

interface MadeLink {
  id: string;
  articleId: string;
  /** As it stands in an address. */
  sealed: string;
}

/** Of one opening. */
export async function makeGift(town: TestTown, link: Link): Promise<MadeLink> {
  const row = await insert(town, 'gifts', '"giverId", openings', '$1, 1', link);
  return { ...row, sealed: keysOf(town).gift.close(row.id) };
}

export async function makePreview(town: TestTown, link: Link): Promise<MadeLink> {
  const row = await insert(town, 'article_previews', '"createdById"', '$1', link);
  return { ...row, sealed: keysOf(town).preview.close(row.id) };
}

const keysOf = ({ app }: TestTown): Keys => app.get(Keys, { strict: false });

async function insert(
  { app }: TestTown,
  table: string,
  columns: string,
  values: string,
  { slug, makerId, ends = 5, withdrawn = null }: Link,
): Promise<Omit<MadeLink, 'sealed'>> {
  const { rows } = await app.get(Database).pool.query<{ id: string; articleId: string }>(
    `insert into ${table} (id, "articleId", ${columns}, "createdAt", "expiresAt", "revokedAt")
     select gen_random_uuid(), id, ${values}, $2::timestamptz - interval '9 days',
       $2::timestamptz + make_interval(days => $3), $2::timestamptz + make_interval(days => $4)
     from articles where slug like $5 || '%' returning id, "articleId"`,
    [makerId, app.get(Clock).now(), ends, withdrawn, slug],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no article ${slug} to link to.`);
  return row;
}
