/** What figures ask of the database: for each one statement. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { QueryLog } from '../support/query-log.js';
import { type PlanOnSale, type TestTown, sellPro, startTestTown } from '../support/town.js';

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

// Who asks, and for each figure one. Another window of the meter is another look at the reads.
it.each([
  ['the overview', () => '/api/v1/admin/overview', 13],
  ['the members of a plan', () => `/api/v1/admin/plans/${plan.id}/members`, 4],
  ['the meter in months', () => '/api/v1/admin/settings/meter/what-if', 2],
  [
    'the meter in rolling days',
    () => '/api/v1/admin/settings/meter/what-if?window=rolling-days&windowDays=7',
    3,
  ],
])('%s', async (_, path, statements) => {
  const ask = async (): Promise<void> => {
    expect((await town.ask('GET', path(), { token })).status).toBe(200);
  };
  await ask();
  expect(await log.during(ask)).toHaveLength(statements);
});
