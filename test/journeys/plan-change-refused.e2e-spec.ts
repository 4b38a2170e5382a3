/** A change to another price or plan that is refused, and what a member then still has. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards } from '../support/cards.js';
import { Member } from '../support/member.js';
import { joinAs } from '../support/readers.js';
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
let gold: PlanOnSale;
let euro: PlanOnSale;
let team: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  pro = await sell(town, admin, 'pro', [aMonth, aYear]);
  gold = await sell(town, admin, 'gold', [{ ...aYear, amount: 50_000 }]);
  euro = await sell(town, admin, 'euro', [{ ...aYear, currency: 'eur' }]);
  team = await sell(town, admin, 'team', [aYear], { audience: 'team' });
});

afterAll(() => town.close());

describe('a change is refused', () => {
  it('without a membership, to the same, to what is not there, not hers or off sale', async () => {
    const mira = await Member.of(town, pro.yearly);
    const { accessToken: token, user } = await joinAs(town);
    const fritz = new Member(town, { token, userId: user.id, email: user.email });
    const off = await sell(town, admin, 'off', [aYear]);
    await town.ask('POST', `/api/v1/admin/plans/${off.id}/archive`, { token: admin });
    const cases: [Member, string, number, string][] = [
      [fritz, pro.yearly, 409, 'billing/nothing-to-change'],
      [mira, pro.yearly, 409, 'billing/same-price'],
      [mira, euro.yearly, 409, 'billing/currency-bound'],
      [mira, team.yearly, 422, 'request/invalid-body'],
      [mira, off.yearly, 422, 'request/invalid-body'],
      [mira, '0199f0a0-0000-7000-8000-000000000000', 404, 'billing/price-not-found'],
      [mira, 'nonsense', 422, 'request/invalid-body'],
    ];
    for (const [who, price, status, code] of cases) {
      for (const answer of [await who.change(price), await who.preview(price)]) {
        expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
      }
    }
    expect(await mira.membership()).toMatchObject({ price: { amount: 30_000 }, change: null });
  });

  it('after a cancellation, until that is taken back', async () => {
    const mira = await Member.of(town, pro.yearly);
    await mira.ask('POST', 'me/membership/cancel');
    const refused = await mira.change(gold.yearly);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'billing/cancellation-scheduled' });
    await mira.ask('POST', 'me/membership/resume');
    expect((await mira.change(gold.yearly)).status).toBe(200);
  });

  it('while a payment is overdue, with the address where it is made', async () => {
    const mira = await Member.of(town, pro.monthly);
    await mira.payWith(cards.refusing);
    await town.pass(32 * day);
    const refused = await mira.change(pro.yearly);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'billing/payment-overdue',
      payUrl: expect.stringContaining('/i/') as string,
    });
  });
});
