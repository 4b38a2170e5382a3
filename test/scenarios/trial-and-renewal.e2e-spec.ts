/** The end of a trial and the turn of a year: paid, refused, challenged, recovered and given up. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards, freshCard } from '../support/cards.js';
import { hearNothing } from '../support/faults.js';
import { ledgerOf } from '../support/our-books.js';
import {
  answerBank,
  membershipOf,
  newCard,
  openPage,
  openPortal,
  payPage,
  usePortal,
} from '../support/person.js';
import { type Person, settle, truthOf } from '../support/place.js';
import { type Invoice, customersOf } from '../support/truth.js';
import {
  type ScenarioTown,
  buyer,
  day,
  eventsOf,
  hour,
  newcomer,
  say,
  startScenarioTown,
  subscriptionAtStripe,
  twice,
  year,
} from './scenario-town.js';

let place: ScenarioTown;

beforeAll(async () => {
  place = await startScenarioTown();
});

afterAll(() => place.town.close());

async function invoicesAtStripe(town: ScenarioTown, person: Person): Promise<Invoice[]> {
  const truth = await truthOf(town);
  const customers = customersOf(truth, person.userId);
  return truth.invoices.filter(({ customer }) => customers.has(customer ?? ''));
}

async function mailsAbout(town: ScenarioTown, person: Person, subject: RegExp): Promise<number> {
  const mails = await town.mailbox();
  return mails.filter((mail) => mail.to === person.email && subject.test(mail.subject)).length;
}

const refusal = /did not go through/;
const reminder = /trial ends on/;

describe('a member in her trial', () => {
  it('is reminded of its end once', async () => {
    const mira = await buyer(place, 'yearly');
    await place.pass(5 * day);
    await settle(place);
    expect(await mailsAbout(place, mira, reminder)).toBe(1);
    await twice(place, mira);
    expect(await mailsAbout(place, mira, reminder)).toBe(1);
  });

  it('is not reminded once she has cancelled', async () => {
    const mira = await buyer(place, 'yearly');
    await usePortal(await openPortal(place, mira), {
      action: 'cancel',
      subscription: (await subscriptionAtStripe(place, mira)).id,
    });
    await place.pass(5 * day);
    await settle(place);
    expect(await mailsAbout(place, mira, reminder)).toBe(0);
    await twice(place, mira);
  });

  it('is not reminded of what she has begun to pay for already', async () => {
    const mira = await buyer(place, 'yearly');
    const { id } = await subscriptionAtStripe(place, mira);
    await place.stripe.subscriptions.update(id, { trial_end: 'now' });
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active' });
    expect(await mailsAbout(place, mira, reminder)).toBe(0);
    await twice(place, mira);
  });

  it('reads on while her first year is invoiced, and pays it once', async () => {
    const mira = await buyer(place, 'yearly');
    await place.pass(7 * day + 600);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', access: true });
    expect(await ledgerOf(place.books, mira.userId)).toEqual([]);
    await place.pass(hour);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', access: true });
    expect(await ledgerOf(place.books, mira.userId)).toMatchObject([
      { kind: 'payment', amount: 30_000 },
    ]);
    expect(await mailsAbout(place, mira, /^Receipt/)).toBe(1);
    await twice(place, mira);
  });

  it('whose card is refused reads on in her grace, then no longer, and hears of each attempt once', async () => {
    const mira = await buyer(place, 'yearly', cards.refusing);
    await place.pass(7 * day + 2 * hour);
    const failed = await membershipOf(place, mira);
    expect(failed).toMatchObject({ state: 'grace', access: true });
    expect(failed.graceEndsAt).toBe(failed.accessUntil);
    expect(await mailsAbout(place, mira, refusal)).toBe(1);
    await twice(place, mira);
    await place.pass(3 * day);
    await settle(place);
    expect(await mailsAbout(place, mira, refusal)).toBe(2);
    await place.pass(4 * day - 4 * hour);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'grace', access: true });
    await place.pass(8 * hour);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'ended', access: false });
    await twice(place, mira);
  });
});

describe('a member whose renewal fails', () => {
  it('is in order again at once when she gives a new card', async () => {
    const mira = await buyer(place, 'untried');
    await usePortal(await openPortal(place, mira), newCard(cards.refusing));
    await place.pass(32 * day);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'grace', access: true });
    await usePortal(await openPortal(place, mira), newCard(freshCard()));
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({
      state: 'active',
      access: true,
      graceEndsAt: null,
      payUrl: null,
    });
    expect(await ledgerOf(place.books, mira.userId)).toHaveLength(2);
    await twice(place, mira);
  });

  it('is no member any more when Stripe has given up', async () => {
    const mira = await buyer(place, 'untried');
    await usePortal(await openPortal(place, mira), newCard(cards.refusing));
    await place.pass(31 * day + 8 * day);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'ended', access: false });
    expect(await mailsAbout(place, mira, /membership has ended/)).toBe(1);
    // Nobody can pay for what has ended.
    const invoices = await invoicesAtStripe(place, mira);
    expect(new Set(invoices.map(({ status }) => status))).toEqual(new Set(['paid', 'void']));
    await twice(place, mira);
  });

  it('opens nothing by a payment in the moment of its end, which the admins are told of', async () => {
    const mira = await buyer(place, 'untried');
    await usePortal(await openPortal(place, mira), newCard(cards.refusing));
    await place.pass(32 * day);
    const { payUrl } = await membershipOf(place, mira);
    await hearNothing(place);
    await place.stripe.subscriptions.cancel((await subscriptionAtStripe(place, mira)).id);
    await place.askSimulator('POST', '/_sim/clock/advance', { seconds: 5 });
    await usePortal(payUrl ?? '', { ...newCard(freshCard()), action: 'pay-with-card' });
    await settle(place);
    await Promise.all((await eventsOf(place, mira)).map((event) => say(place, event)));
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'ended', access: false });
    const told = (await place.mailbox()).filter(({ subject }) =>
      /Paid after the end/.test(subject),
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain(mira.email);
    await twice(place, mira);
  });

  it('whose bank wants a word reads on, is shown where to say it, and is in order once she has', async () => {
    const mira = await buyer(place, 'untried', cards.alwaysChallenging);
    await place.pass(32 * day);
    const waiting = await membershipOf(place, mira);
    expect(waiting).toMatchObject({ state: 'grace', access: true });
    expect(waiting.payUrl).toMatch(/^http/);
    const open = (await invoicesAtStripe(place, mira)).find(({ status }) => status === 'open');
    const payment = (await truthOf(place)).invoicePayments.find(
      ({ invoice }) => invoice === open?.id,
    )?.payment;
    await answerBank(place, String(payment?.payment_intent), 'complete');
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', payUrl: null });
    await twice(place, mira);
  });
});

describe('a member whose year goes round', () => {
  it('pays the price that she bought, though it costs more by now', async () => {
    const mira = await buyer(place, 'yearly');
    const changed = await place.ask('PUT', `/api/v1/admin/plans/${place.plans.pro.id}/price`, {
      token: place.admin.token,
      body: { amount: 36_000, currency: 'usd', interval: 'year' },
    });
    expect(changed.status).toBe(200);
    await place.pass(8 * day);
    const first = await membershipOf(place, mira);
    await place.pass(year);
    await settle(place);
    const second = await membershipOf(place, mira);
    expect(second).toMatchObject({ state: 'active', price: { amount: 30_000 } });
    const between =
      Date.parse(second.currentPeriodEnd ?? '') - Date.parse(first.currentPeriodEnd ?? '');
    expect(Math.round(between / 1000 / day)).toBeGreaterThanOrEqual(365);
    expect(await ledgerOf(place.books, mira.userId)).toMatchObject([
      { kind: 'payment', amount: 30_000 },
      { kind: 'payment', amount: 30_000 },
    ]);
    await twice(place, mira);
  });
});

describe('a member of whom the change is told before the beginning', () => {
  it('is active all the same', async () => {
    const mira = await newcomer(place);
    const page = await openPage(place, mira, 'untried');
    await settle(place);
    await hearNothing(place);
    await payPage(place, page, freshCard());
    const { id } = await subscriptionAtStripe(place, mira);
    await place.stripe.subscriptions.update(id, { metadata: { touched: 'yes' } });
    const events = await eventsOf(place, mira);
    for (const type of ['customer.subscription.updated', 'customer.subscription.created']) {
      expect(await say(place, events.find((event) => event.type === type) ?? {})).toBe(200);
      await place.mailbox();
      expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', access: true });
    }
    await twice(place, mira);
  });
});
