/** Leaving, thinking better of it, and standing still. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards } from '../support/cards.js';
import { ledgerOf } from '../support/our-books.js';
import { askAs, membershipOf, openPage, openPortal, usePortal } from '../support/person.js';
import { settle, truthOf } from '../support/place.js';
import { customersOf } from '../support/truth.js';
import {
  type ScenarioTown,
  buyer,
  day,
  newcomer,
  startScenarioTown,
  subscriptionAtStripe,
  twice,
} from './scenario-town.js';

let place: ScenarioTown;

beforeAll(async () => {
  place = await startScenarioTown();
});

afterAll(() => place.town.close());

describe('a member who leaves', () => {
  it('in her trial, through the portal, reads to its end and pays nothing', async () => {
    const mira = await buyer(place, 'yearly');
    const { id } = await subscriptionAtStripe(place, mira);
    await usePortal(await openPortal(place, mira), { action: 'cancel', subscription: id });
    await settle(place);
    const atStripe = await subscriptionAtStripe(place, mira);
    expect(atStripe).toMatchObject({ cancel_at_period_end: false });
    const leaving = await membershipOf(place, mira);
    expect(leaving).toMatchObject({ state: 'trialing', access: true });
    expect(leaving.cancelsAt).toBe(leaving.trialEndsAt);
    await twice(place, mira);
    await place.pass(8 * day);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'ended', access: false });
    expect(await ledgerOf(place.books, mira.userId)).toEqual([]);
    await twice(place, mira);
  });

  it('through our own page reads what she has paid for', async () => {
    const mira = await buyer(place, 'untried');
    const left = await askAs(place, mira, 'POST', '/api/v1/me/membership/cancel');
    expect(left.body).toMatchObject({ state: 'active', access: true });
    const { cancelsAt, currentPeriodEnd } = await membershipOf(place, mira);
    expect(cancelsAt).toBe(currentPeriodEnd);
    await twice(place, mira);
    await place.pass(32 * day);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'ended', access: false });
    expect(await ledgerOf(place.books, mira.userId)).toHaveLength(1);
    await twice(place, mira);
  });

  it.each(['in the portal', 'on our page'])('and thinks better of it %s stays', async (where) => {
    const mira = await buyer(place, 'untried');
    const { id } = await subscriptionAtStripe(place, mira);
    await usePortal(await openPortal(place, mira), { action: 'cancel', subscription: id });
    await settle(place);
    expect((await membershipOf(place, mira)).cancelsAt).not.toBeNull();
    if (where === 'in the portal') {
      await usePortal(await openPortal(place, mira), { action: 'resume', subscription: id });
    } else {
      await askAs(place, mira, 'POST', '/api/v1/me/membership/resume');
    }
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', cancelsAt: null });
    await twice(place, mira);
    await place.pass(32 * day);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', access: true });
  });

  it('is shown out and paid back once, however often staff click', async () => {
    const mira = await buyer(place, 'untried');
    const click = (path: string, body: object) =>
      place.ask('POST', `/api/v1/admin/members/${mira.userId}/${path}`, {
        token: place.admin.token,
        body,
      });
    const ended = await Promise.all([
      click('cancel', { at: 'now' }),
      click('cancel', { at: 'now' }),
    ]);
    expect(ended.map(({ status }) => status)).toEqual([200, 200]);
    const refunded = await Promise.all([click('refund', {}), click('refund', {})]);
    expect(refunded.some(({ status }) => status === 200)).toBe(true);
    expect(refunded.every(({ status }) => status === 200 || status === 409)).toBe(true);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'ended', access: false });
    const lines = await ledgerOf(place.books, mira.userId);
    expect(lines.map(({ kind, amount }) => `${kind} ${amount}`).sort()).toEqual([
      'payment 900',
      'refund -900',
    ]);
    await twice(place, mira);
  });
});

describe('a member whose subscription stands still', () => {
  it('does not read while it is paused, and reads when it goes on', async () => {
    const mira = await buyer(place, 'untried');
    const { id } = await subscriptionAtStripe(place, mira);
    await place.stripe.subscriptions.pause(id, { type: 'subscription' });
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'paused', access: false });
    await twice(place, mira);
    await place.stripe.subscriptions.resume(id, { billing_cycle_anchor: { type: 'unchanged' } });
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', access: true });
    await twice(place, mira);
  });

  it('reads on while only the collection of its payments is paused', async () => {
    const mira = await buyer(place, 'untried');
    const { id } = await subscriptionAtStripe(place, mira);
    await place.stripe.subscriptions.update(id, { pause_collection: { behavior: 'void' } });
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', access: true });
    await twice(place, mira);
  });
});

describe('a purchase that was never finished', () => {
  it('makes nobody a member, neither while it is open nor when it has lapsed', async () => {
    const mira = await newcomer(place);
    await openPage(place, mira, 'untried');
    const truth = await truthOf(place);
    const [customer = ''] = customersOf(truth, mira.userId);
    const price = truth.prices.find(({ unit_amount: amount }) => amount === 900);
    await place.stripe.subscriptions.create({
      customer,
      items: [{ price: price?.id ?? '' }],
      payment_behavior: 'default_incomplete',
    });
    await settle(place);
    expect((await subscriptionAtStripe(place, mira)).status).toBe('incomplete');
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'none', access: false });
    await twice(place, mira);
    await place.pass(day);
    await settle(place);
    expect((await subscriptionAtStripe(place, mira)).status).toBe('incomplete_expired');
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'ended', access: false });
    await twice(place, mira);
  });
});

describe('a member who changes her address in the portal', () => {
  it('is billed there, and signs in with the one she proved', async () => {
    const mira = await buyer(place, 'untried', cards.good);
    await usePortal(await openPortal(place, mira), {
      action: 'email',
      email: 'bills@readers.test',
    });
    await settle(place);
    const truth = await truthOf(place);
    const customers = customersOf(truth, mira.userId);
    expect(truth.customers.find(({ id }) => customers.has(id))).toMatchObject({
      email: 'bills@readers.test',
    });
    const me = await askAs(place, mira, 'GET', '/api/v1/me');
    expect(me.body).toMatchObject({ email: mira.email, membership: { access: true } });
    await twice(place, mira);
  });
});
