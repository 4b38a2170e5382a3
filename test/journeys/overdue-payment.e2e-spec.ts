/** A payment that failed: a member is led to where it is made, and reads again as soon as it is. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cards } from '../support/cards.js';
import { hearNothing, stripeFails, stripeIsWell } from '../support/faults.js';
import { MemberOnPages } from '../support/member-on-pages.js';
import { newCard, usePortal } from '../support/person.js';
import {
  type PlanOnSale,
  type TestTown,
  aMonth,
  publish,
  sell,
  startTestTown,
} from '../support/town.js';
import { wordsOf } from '../support/visitor.js';

const day = 24 * 60 * 60;
/** Shorter than Stripe's patience, which ends the membership. */
const graceDays = 3;
const story = 'members-story';

let town: TestTown;
let pro: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown({ GRACE_DAYS: String(graceDays) });
  const admin = await town.staff('admin');
  pro = await sell(town, admin, 'pro', [aMonth]);
  await publish(town, admin, { slug: story, gate: 'members' });
});

afterEach(() => stripeIsWell(town));
afterAll(() => town.close());

describe('a member whose payment fails', () => {
  it('is led to the invoice in grace and at the wall, and reads again at once when it is paid', async () => {
    const mira = await MemberOnPages.of(town, pro.monthly);
    await mira.payWith(cards.refusing);
    await mira.renews();
    const { payUrl, state } = (await mira.ask('GET', 'me/membership')).body as {
      payUrl: string;
      state: string;
    };
    expect([state, payUrl]).toEqual(['grace', expect.stringContaining('/i/')]);
    const grace = await mira.browser.open('/account');
    expect(wordsOf(grace.html)).toContain('Your last payment did not go through');
    expect(grace.html).toContain(`href="${payUrl}"`);

    await town.pass(graceDays * day);
    await mira.signIn();
    const denied = await mira.ask('GET', `articles/${story}`);
    expect(denied.body).toMatchObject({ access: { denial: 'payment-overdue', payUrl } });
    expect(denied.headers.get('cache-control')).toBe('private, no-store');
    const stranger = await town.ask('GET', `/api/v1/articles/${story}`);
    expect(stranger.body).toMatchObject({ access: { payUrl: null } });
    const wall = await mira.browser.open(`/articles/${story}`);
    expect(wall.html).toContain(`href="${payUrl}"`);
    expect(wall.headers.get('cache-control')).toBe('private, no-store');
    expect(await mira.account()).toContain('Your membership is waiting for a payment');

    await hearNothing(town);
    await usePortal(payUrl, { ...newCard(cards.good), action: 'pay-with-card' });
    // No event has come, and her last look was a moment ago.
    expect(await mira.account()).toContain('waiting for a payment');
    await town.pass(6);
    expect(await mira.account('/account?from=stripe')).toContain('You are a member: PRO');
    expect((await mira.browser.open(`/articles/${story}`)).html).toContain('Hidden behind');
  });

  it('who looks by herself a minute later is seen to have paid, too', async () => {
    const mira = await MemberOnPages.of(town, pro.monthly);
    await mira.payWith(cards.refusing);
    await mira.renews();
    const { payUrl } = (await mira.ask('GET', 'me/membership')).body as { payUrl: string };
    await hearNothing(town);
    await usePortal(payUrl, { ...newCard(cards.good), action: 'pay-with-card' });
    await town.pass(61);
    expect(await mira.account()).toContain('You are a member: PRO');
  });

  it('sees what we know while Stripe cannot be reached', async () => {
    const mira = await MemberOnPages.of(town, pro.monthly);
    await mira.payWith(cards.refusing);
    await mira.renews();
    await town.pass(61);
    await stripeFails(town, { path: '*', action: 'rate-limit' });
    expect(await mira.account()).toContain('Your last payment did not go through');
  });
});
