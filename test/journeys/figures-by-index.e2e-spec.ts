/** No figure is found by reading through a table that grows: each statement goes by an index. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { QueryLog, type Statement } from '../support/query-log.js';
import { type PlanOnSale, type TestTown, sellPro, startTestTown } from '../support/town.js';

/** What a publication has ever more of. */
const growing = [
  'article_days',
  'checkouts',
  'invoices',
  'ledger_lines',
  'memberships',
  'meter_reads',
  'meter_subjects',
  'reconciliation_runs',
  'stripe_subscriptions',
  'trial_uses',
  'users',
  'webhook_events',
];

let town: TestTown;
let token: string;
let plan: PlanOnSale;
let log: QueryLog;

beforeAll(async () => {
  town = await startTestTown();
  token = await town.staff('admin');
  plan = await sellPro(town, token);
  log = new QueryLog(town);
});

afterAll(() => town.close());

interface Step {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  Plans?: Step[];
}

/** What it would read through even if that were the dearest way of all: the tables that it enters by no condition. */
async function readThrough({ text, values }: Statement): Promise<string[]> {
  const client = await town.app.get(Database).pool.connect();
  try {
    await client.query('begin; set local enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(
      `explain (format json) ${text}`,
      values,
    );
    return rows.flatMap((row) => enteredAnyhow(row['QUERY PLAN'][0].Plan));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

function enteredAnyhow(step: Step): string[] {
  const { 'Relation Name': table = '', Plans: parts = [] } = step;
  // The first few of what an index has in order are found without one.
  if (step['Node Type'] === 'Limit' && parts.every(({ Plans }) => Plans === undefined)) return [];
  const isByIndex = step['Index Cond'] !== undefined || step['Node Type'] === 'Bitmap Heap Scan';
  const here = growing.includes(table) && !isByIndex ? [table] : [];
  return [...here, ...parts.flatMap(enteredAnyhow)];
}

/** Where all members stand is known by looking at all of them. */
const countsEverybody = (text: string): boolean =>
  text.includes(`"ofRecord" and s.state <> 'none'`);

const questions: [string, () => string][] = [
  ['the overview', () => '/api/v1/admin/overview?days=90'],
  ['the members of a plan', () => `/api/v1/admin/plans/${plan.id}/members`],
  ['the meter in months', () => '/api/v1/admin/settings/meter/what-if?registered=2'],
  [
    'the meter in rolling days',
    () => '/api/v1/admin/settings/meter/what-if?window=rolling-days&windowDays=7',
  ],
];

describe('By an index goes every statement for', () => {
  it.each(questions)('%s', async (_, path) => {
    const statements = await log.sent(async () => {
      expect((await town.ask('GET', path(), { token })).status).toBe(200);
    });
    const asked = statements.filter(
      ({ text }) => growing.some((table) => text.includes(table)) && !countsEverybody(text),
    );
    expect(asked.length).toBeGreaterThan(1);
    for (const statement of asked) expect(await readThrough(statement), statement.text).toEqual([]);
  });

  it('and there are not many of them', async () => {
    const count = async (path: string): Promise<number> => {
      const ask = () => town.ask('GET', path, { token });
      await ask();
      return (await log.during(ask)).length;
    };
    // Who asks, and for each figure one.
    expect(await count('/api/v1/admin/overview')).toBe(13);
    expect(await count(`/api/v1/admin/plans/${plan.id}/members`)).toBe(4);
    expect(await count('/api/v1/admin/settings/meter/what-if')).toBe(2);
    // Another window is another look at the reads.
    const weekly = 'window=rolling-days&windowDays=7';
    expect(await count(`/api/v1/admin/settings/meter/what-if?${weekly}`)).toBe(3);
  });
});
