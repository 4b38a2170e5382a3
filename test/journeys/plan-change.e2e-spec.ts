/** Members change to another price or plan: to more at once, to less at the end of what they paid. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import { cards } from '../support/cards.js';
import { stripeFails, stripeIsWell } from '../support/faults.js';
import { type HeldMembership, Member, customerOf } from '../support/member.js';
import { signIn } from '../support/person.js';
import { stripeOf } from '../support/stripe-account.js';
import {
  type PlanOnSale,
  type TestTown,
  aMonth,
  aYear,
  sell,
  startTestTown,
} from '../support/town.js';

const hour = 60 * 60;
const day = 24 * hour;

let town: TestTown;
let pro: PlanOnSale;
let gold: PlanOnSale;
let twin: PlanOnSale;
let tried: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  const admin = await town.staff('admin');
  pro = await sell(town, admin, 'pro', [aMonth, aYear]);
  gold = await sell(town, admin, 'gold', [{ ...aYear, amount: 50_000 }]);
  twin = await sell(town, admin, 'twin', [aYear]);
  tried = await sell(town, admin, 'tried', [aMonth, aYear], { trialDays: 7 });
});

afterEach(() => stripeIsWell(town));
afterAll(() => town.close());

const memberOf = (priceId: string, card?: string): Promise<Member> =>
  Member.of(town, priceId, card);

/** The product's time, in milliseconds. */
const now = (): number => town.app.get(Clock).now().getTime();

/** What Stripe holds for her to come. */
async function scheduleOf({ person }: Member): Promise<unknown> {
  const customer = customerOf(town, person.userId);
  const { data } = await stripeOf(town).subscriptions.list({ customer });
  const [subscription] = data;
  if (subscription === undefined) throw new Error('She has no subscription.');
  return subscription.schedule;
}

describe('a member who asks for more', () => {
  it('has it at once, and pays what it is more than what she paid already', async () => {
    const mira = await memberOf(pro.yearly);
    const { currentPeriodEnd } = await mira.membership();
    const seen = await mira.preview(gold.yearly);
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({
      kind: 'now',
      dueNow: { amount: 20_000, currency: 'usd' },
      credit: { amount: 30_000, currency: 'usd' },
      renewsAt: currentPeriodEnd,
    });

    const changed = await mira.change(gold.yearly);
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      state: 'active',
      plan: { slug: 'gold' },
      price: { amount: 50_000 },
      change: null,
      currentPeriodEnd,
    });
    expect(await mira.paid()).toEqual([20_000, 30_000]);
  });

  it('in the middle of her year is told what is left of it, and pays what she was told', async () => {
    const mira = await memberOf(pro.yearly);
    await town.pass(100 * day);
    await signIn(town, mira.person);
    const seen = await mira.preview(gold.yearly);
    const { dueNow, credit } = seen.body as Record<'dueNow' | 'credit', { amount: number }>;
    const left = 265 / 365;
    expect(Math.abs(credit.amount - 30_000 * left)).toBeLessThan(20);
    expect(Math.abs(dueNow.amount - 20_000 * left)).toBeLessThan(20);
    expect((await mira.change(gold.yearly)).status).toBe(200);
    const [charged = 0] = await mira.paid();
    // Reckoned to the second, of which some may have passed in between.
    expect(Math.abs(charged - dueNow.amount)).toBeLessThanOrEqual(1);
  });

  it('takes the year in place of her month: it begins now, and her month is taken off', async () => {
    const mira = await memberOf(pro.monthly);
    const seen = (await mira.preview(pro.yearly)).body as { renewsAt: string };
    const { body } = await mira.change(pro.yearly);
    expect(body).toMatchObject({ price: { amount: 30_000 } });
    const apart = Date.parse(seen.renewsAt) - Date.parse((body as HeldMembership).currentPeriodEnd);
    expect(Math.abs(apart)).toBeLessThan(hour * 1000);
    const days = (Date.parse((body as HeldMembership).currentPeriodEnd) - now()) / (day * 1000);
    expect(days).toBeGreaterThan(364);
    expect(await mira.paid()).toEqual([2_900, 30_000 - 2_900]);
  });

  it('in her trial is charged nothing, and the trial keeps its end', async () => {
    const tess = await memberOf(tried.monthly);
    const { trialEndsAt } = await tess.membership();
    expect((await tess.preview(tried.yearly)).body).toMatchObject({
      kind: 'now',
      dueNow: { amount: 0 },
      renewsAt: trialEndsAt,
    });
    const { body } = await tess.change(tried.yearly);
    expect(body).toMatchObject({ state: 'trialing', price: { amount: 30_000 }, trialEndsAt });
    expect(await tess.paid()).toEqual([]);
  });

  it('changes to another plan for the same money without any', async () => {
    const mira = await memberOf(pro.yearly);
    expect((await mira.change(twin.yearly)).body).toMatchObject({ plan: { slug: 'twin' } });
    expect(await mira.paid()).toEqual([30_000]);
  });

  it('pressing five times changes once and is charged once', async () => {
    const mira = await memberOf(pro.monthly);
    const answers = await Promise.all(Array.from({ length: 5 }, () => mira.change(pro.yearly)));
    expect(answers.map(({ status }) => status)).toContain(200);
    for (const { status, text } of answers) expect([200, 409], text).toContain(status);
    expect((await mira.membership()).price?.amount).toBe(30_000);
    expect(await mira.paid()).toEqual([2_900, 30_000 - 2_900]);
  });

  it('whose answer was lost asks again, and is charged once', async () => {
    const mira = await memberOf(pro.yearly);
    await stripeFails(town, {
      method: 'POST',
      path: '/v1/subscriptions/*',
      action: 'reset-after-commit',
    });
    expect((await mira.change(gold.yearly)).status).toBe(503);
    await stripeIsWell(town);
    expect([200, 409]).toContain((await mira.change(gold.yearly)).status);
    expect(await mira.membership()).toMatchObject({ plan: { slug: 'gold' } });
    expect(await mira.paid()).toEqual([20_000, 30_000]);
  });

  it('and changes her mind twice in a trial ends up with what she asked for last', async () => {
    const tess = await memberOf(tried.monthly, '4111111111111111');
    for (const price of [tried.yearly, tried.monthly, tried.yearly]) {
      expect((await tess.change(price)).body).toMatchObject({ price: { id: price } });
    }
  });
});

describe('a card that is declined', () => {
  it('changes nothing, and says why; with another card it goes', async () => {
    const mira = await memberOf(pro.yearly);
    await mira.payWith(cards.refusing);
    const refused = await mira.change(gold.yearly);
    expect(refused.status).toBe(402);
    expect(refused.body).toMatchObject({
      code: 'billing/card-declined',
      reason: expect.stringMatching(/declined/) as string,
    });
    expect(await mira.membership()).toMatchObject({
      state: 'active',
      price: { amount: 30_000 },
      change: null,
    });
    expect((await mira.bills()).filter(({ status }) => status === 'open')).toEqual([]);

    await mira.payWith(cards.good);
    expect((await mira.change(gold.yearly)).body).toMatchObject({ plan: { slug: 'gold' } });
  });

  it('or wants its owner’s word, changes nothing and says so', async () => {
    const mira = await memberOf(pro.yearly);
    await mira.payWith(cards.alwaysChallenging);
    const refused = await mira.change(gold.yearly);
    expect(refused.status).toBe(402);
    expect(refused.body).toMatchObject({ code: 'billing/card-needs-confirmation' });
    expect((await mira.membership()).price?.amount).toBe(30_000);
  });

  it('keeps a change that was to come', async () => {
    const mira = await memberOf(pro.yearly);
    await mira.change(pro.monthly);
    await mira.payWith(cards.refusing);
    expect((await mira.change(gold.yearly)).status).toBe(402);
    expect((await mira.membership()).change?.price.amount).toBe(2_900);
  });
});

describe('a member who asks for less', () => {
  it('keeps what she paid for to its end, and pays less from then on', async () => {
    const mira = await memberOf(pro.yearly);
    const { currentPeriodEnd } = await mira.membership();
    expect((await mira.preview(pro.monthly)).body).toEqual({
      kind: 'at-period-end',
      dueNow: { amount: 0, currency: 'usd' },
      credit: { amount: 0, currency: 'usd' },
      takesEffectAt: currentPeriodEnd,
      renewsAt: currentPeriodEnd,
    });
    const { status, body } = await mira.change(pro.monthly);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      price: { amount: 30_000 },
      change: { plan: { slug: 'pro' }, price: { amount: 2_900 }, at: currentPeriodEnd },
    });
    expect(await mira.paid()).toEqual([30_000]);

    await town.pass(Math.ceil((Date.parse(currentPeriodEnd) - now()) / 1000) + 2 * hour);
    expect(await mira.membership()).toMatchObject({
      state: 'active',
      price: { amount: 2_900 },
      change: null,
    });
    expect(await mira.paid()).toEqual([2_900, 30_000]);
  });

  it('may keep what she has, ask again, and ask for something else instead', async () => {
    const mira = await memberOf(gold.yearly);
    await mira.change(pro.monthly);
    const kept = await mira.change(gold.yearly);
    expect(kept.status).toBe(200);
    expect((kept.body as HeldMembership).change).toBeNull();
    expect(await scheduleOf(mira)).toBeNull();

    await mira.change(pro.monthly);
    const again = await mira.change(pro.monthly);
    expect([again.status, (again.body as HeldMembership).change?.price.amount]).toEqual([
      200, 2_900,
    ]);
    const other = await mira.change(pro.yearly);
    expect((other.body as HeldMembership).change).toMatchObject({
      plan: { slug: 'pro' },
      price: { amount: 30_000 },
    });
  });

  it('and then for more has it at once, and the lesser one is forgotten', async () => {
    const mira = await memberOf(pro.yearly);
    await mira.change(pro.monthly);
    const { body } = await mira.change(gold.yearly);
    expect(body).toMatchObject({ price: { amount: 50_000 }, change: null });
    expect(await scheduleOf(mira)).toBeNull();
  });

  it('and then cancels leaves at the end, and resuming goes on as before', async () => {
    const mira = await memberOf(pro.yearly);
    await mira.change(pro.monthly);
    const cancelled = await mira.ask('POST', 'me/membership/cancel');
    expect(cancelled.status).toBe(200);
    expect(cancelled.body).toMatchObject({ change: null });
    expect((cancelled.body as HeldMembership).cancelsAt).not.toBeNull();
    const resumed = await mira.ask('POST', 'me/membership/resume');
    expect(resumed.body).toMatchObject({ state: 'active', cancelsAt: null, change: null });
  });
});
