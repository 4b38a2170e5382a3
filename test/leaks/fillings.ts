/** What stands in an address for its parameters: whatever the town has of it, found by the address's own words. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

/** Where the values are found, for what has another name in the database than in an address. */
const foundElsewhere: Record<string, string> = {
  'members/:id': 'select id from users',
  'notes/:note': 'select id from member_notes',
  'imports/:id': 'select id from member_imports',
  'revisions/:number': 'select distinct number from article_texts',
  'reconcile/:id': 'select id from reconciliation_runs',
  'webhook-events/:id': 'select "stripeEventId" from webhook_events',
  'checkout-sessions/:id': 'select "stripeSessionId" from checkouts',
  // Pages are there for those in print.
  'tags/:slug': `select t.slug from tags t join article_tags a on a."tagId" = t.id join articles p on p.id = a."articleId" where status = 'published'`,
  'authors/:slug': `select w.slug from authors w join article_authors a on a."authorId" = w.id join articles p on p.id = a."articleId" where status = 'published'`,
  'sitemaps/:part': `select id || '.xml' from articles where status = 'published'`,
};

/** Files of ours: they stand in no table. */
const files: Record<string, string[]> = {
  'assets/:folder': ['town'],
  'assets/:file': ['site.css'],
  ':file/:file': ['harbour.svg'],
  'docs/*': ['swagger-ui.css'],
  'admin/*': ['audit'],
  'assets/:name': scriptsOfTheConsole().slice(0, 1),
};

/** As the build has named them. */
function scriptsOfTheConsole(): string[] {
  const built = join(import.meta.dirname, '../../console/dist/assets');
  return readdirSync(built).filter((name) => name.endsWith('.js'));
}

/** More than these of a kind tell nothing new, but for articles. */
const enough = 2;

export interface Filled {
  targets: string[];
  /** What to do about a parameter that nothing stands for; empty when all is well. */
  fault: string[];
}

/** @param more values that only their maker knows, like sealed links, by the last two pieces of an address */
export async function fill(
  pool: pg.Pool,
  address: string,
  more: Record<string, string[]>,
): Promise<Filled> {
  const pieces = address.split('/').slice(1);
  let targets = [''];
  for (const [at, piece] of pieces.entries()) {
    const place = `${pieces[at - 1] ?? ''}/${piece}`;
    const isGiven = /[:*]/.test(piece);
    const values = isGiven ? (more[place] ?? files[place] ?? (await stored(pool, place))) : [piece];
    if (values.length === 0) {
      const fault = `${address}: nothing stands for ${piece}. Furnish the town with one, or say in test/leaks/fillings.ts where it is found.`;
      return { targets: [], fault: [fault] };
    }
    targets = targets.flatMap((target) => values.map((value) => `${target}/${value}`));
  }
  return { targets, fault: [] };
}

/** By default in the table and the column that are called like the pieces of the address; and one that nobody has. */
async function stored(pool: pg.Pool, place: string): Promise<string[]> {
  const [before = '', parameter = ''] = place.split('/');
  const name = parameter.slice(1);
  const query = foundElsewhere[place] ?? (await columnFor(pool, before.replaceAll('-', '_'), name));
  if (query === null) return [];
  const limit = before === 'articles' ? 100 : enough;
  const { rows } = await pool.query<{ value: string }>(
    `select value::text from (${query}) as found(value) where value is not null order by 1 limit ${limit}`,
  );
  if (rows.length === 0) return [];
  const nobodys = name === 'id' ? '01890000-0000-7000-8000-000000000000' : 'nowhere';
  return [...rows.map(({ value }) => encodeURIComponent(value)), nobodys];
}

async function columnFor(pool: pg.Pool, table: string, column: string): Promise<string | null> {
  const { rowCount } = await pool.query(
    `select from information_schema.columns where table_name = $1 and column_name = $2`,
    [table, column],
  );
  return rowCount === 0 ? null : `select "${column}" from "${table}"`;
}
