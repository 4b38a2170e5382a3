/** What was sold goes on: members keep a price that others do not get any more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Member } from '../support/member.js';
import {
  type PlanOnSale,
  type TestTown,
  aMonth,
  aYear,
  sell,
  startTestTown,
} from '../support/town.js';

const day = 24 * 60 * 60;

let town: TestTown;
let admin: string;
let pro: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  pro = await sell(town, admin, 'pro', [aMonth, aYear]);
});

afterAll(() => town.close());

describe('a price that is followed by another', () => {
  it('stays with its members, who renew at it', async () => {
    const plan = await sell(town, admin, 'aging', [{ ...aMonth, amount: 1_000 }]);
    const old = await Member.of(town, plan.monthly);
    const { body } = await town.ask('PUT', `/api/v1/admin/plans/${plan.id}/price`, {
      token: admin,
      body: { ...aMonth, amount: 1_500 },
    });
    expect(body).toMatchObject({ prices: [{ amount: 1_500 }] });
    await town.pass(32 * day);
    expect(await old.membership()).toMatchObject({ state: 'active', price: { amount: 1_000 } });
    expect(await old.paid()).toEqual([1_000, 1_000]);
  });

  it('and a plan that is archived, too: its members keep it and renew', async () => {
    const plan = await sell(town, admin, 'closing', [{ ...aMonth, amount: 1_200 }]);
    const mira = await Member.of(town, plan.monthly);
    await town.ask('POST', `/api/v1/admin/plans/${plan.id}/archive`, { token: admin });
    await town.pass(32 * day);
    expect(await mira.membership()).toMatchObject({
      state: 'active',
      plan: { slug: 'closing' },
      price: { amount: 1_200 },
    });
    expect(await mira.paid()).toEqual([1_200, 1_200]);
    // She may leave it, and not come back.
    expect((await mira.change(pro.yearly)).status).toBe(200);
    expect((await mira.change(plan.monthly)).status).toBe(422);
  });
});
