/** What happened at Stripe and nobody told us, met by a reader or by staff before a replay or the night finds it. */
import type Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import type { Answer } from '../support/api.js';
import { settled } from '../support/app.js';
import { goWrong, hearNothing, stripeFails, stripeIsWell } from '../support/faults.js';
import { type Tokens, joinAs } from '../support/readers.js';
import { stripeOf } from '../support/stripe-account.js';
import {
  type PlanOnSale,
  type TestTown,
  aMonth,
  openCheckout,
  pay,
  sell,
  sessionIn,
  startTestTown,
} from '../support/town.js';

let town: TestTown;
let admin: string;
let paper: PlanOnSale;
let dear: PlanOnSale;
let team: PlanOnSale;
let stripe: Stripe;

beforeAll(async () => {
  town = await startTestTown({ ACCESS_TOKEN_TTL: '31536000' });
  stripe = stripeOf(town);
  admin = await town.staff('admin');
  paper = await sell(town, admin, 'paper', [aMonth]);
  dear = await sell(town, admin, 'dear', [{ ...aMonth, amount: 9_900 }]);
  team = await sell(town, admin, 'team', [{ ...aMonth, amount: 50_000_000 }], { audience: 'team' });
});

afterAll(() => town.close());

beforeEach(() => stripeIsWell(town));

const buy = (
  { accessToken: token }: Tokens,
  { monthly }: PlanOnSale,
  more: object = {},
): Promise<Answer> =>
  town.ask('POST', '/api/v1/billing/checkout-sessions', {
    token,
    body: { priceId: monthly, ...more },
  });

async function someMember(): Promise<Tokens> {
  const reader = await joinAs(town);
  await pay(town, await openCheckout(town, reader.accessToken, paper.monthly));
  await settled(town.app.get(Jobs));
  return reader;
}

async function customerOf({ user }: Tokens): Promise<string> {
  const { rows } = await town.app.get(Database).pool.query<{ id: string }>(
    `select "stripeCustomerId" as id from stripe_customers
     where "userId" = $1 and "deletedAt" is null`,
    [user.id],
  );
  return rows[0]?.id ?? '';
}

const sessionsOf = ({ user }: Tokens) =>
  town.simulator.state.checkoutSessions
    .all()
    .filter(({ client_reference_id: reader }) => reader === user.id);

describe('a customer that was deleted at Stripe', () => {
  it('and had looked at a page once, buys at the first try', async () => {
    const reader = await joinAs(town);
    const page = await openCheckout(town, reader.accessToken, paper.monthly);
    const former = await customerOf(reader);
    await hearNothing(town);
    await stripe.checkout.sessions.expire(page);
    await stripe.customers.del(former);
    const { status, text } = await buy(reader, paper);
    expect(status, text).toBe(201);
    expect(await customerOf(reader)).not.toBe(former);
  });

  it('and has a page open is given another, for nobody can pay on the one of before', async () => {
    const reader = await joinAs(town);
    const page = await openCheckout(town, reader.accessToken, paper.monthly);
    await hearNothing(town);
    await stripe.customers.del(await customerOf(reader));
    expect((await pay(town, page)).status).toBe(400);
    const another = await openCheckout(town, reader.accessToken, paper.monthly);
    expect(another).not.toBe(page);
    expect((await pay(town, another)).status).toBe(200);
  });

  it('and was a member has no portal, and her membership has ended', async () => {
    const reader = await someMember();
    await hearNothing(town);
    await stripe.customers.del(await customerOf(reader));
    const token = reader.accessToken;
    const portal = await town.ask('POST', '/api/v1/billing/portal-sessions', { token });
    expect([portal.status, portal.body]).toMatchObject([409, { code: 'billing/no-account' }]);
    const { body } = await town.ask('GET', '/api/v1/me/membership', { token });
    expect(body).toMatchObject({ state: 'ended', access: false });
  });
});

describe('a subscription that is cancelled at Stripe', () => {
  it('in the moment in which its member changes her plan is told her as what it is', async () => {
    const member = await someMember();
    const customer = await customerOf(member);
    const running = town.simulator.state.subscriptions
      .all()
      .find((each) => each.customer === customer);
    await goWrong(town, {
      events: [{ type: '*', action: 'drop' }],
      // Her change has been decided, and looks at what it is to change.
      api: [{ path: '/v1/subscriptions/*', method: 'GET', action: 'slow', seconds: 1, times: 1 }],
    });
    const [changed] = await Promise.all([
      town.ask('POST', '/api/v1/me/membership/change', {
        token: member.accessToken,
        body: { priceId: dear.monthly },
      }),
      vi
        .waitFor(async () => {
          const { body } = await town.askSimulator('GET', '/_sim/faults');
          expect(body).toMatchObject({ api: [] });
        })
        .then(() => stripe.subscriptions.cancel(running?.id ?? '')),
    ]);
    expect([changed.status, changed.body]).toMatchObject([
      409,
      { code: 'billing/nothing-to-change' },
    ]);
  });
});

describe('a refund that is asked for again under its key', () => {
  const refund = ({ user }: Tokens, body: object, key: string): Promise<Answer> =>
    town.ask('POST', `/api/v1/admin/members/${user.id}/refund`, {
      token: admin,
      headers: { 'idempotency-key': key },
      body,
    });

  it('gives nothing back of the renewal that was paid meanwhile', async () => {
    const member = await someMember();
    const first = await refund(member, { amount: 100 }, 'a key');
    await town.pass(32 * 24 * 60 * 60);
    const again = await refund(member, { amount: 100 }, 'a key');
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ refund: (first.body as { refund: object }).refund });
    const { refund: made } = first.body as { refund: { invoiceId: string } };
    const other = town.simulator.state.invoices
      .all()
      .find(
        ({ id, amount_paid: paid, status }) =>
          id !== made.invoiceId && status === 'paid' && paid > 0,
      );
    const elsewhere = await refund(member, { invoiceId: other?.id }, 'a key');
    expect([elsewhere.status, elsewhere.body]).toMatchObject([
      422,
      { code: 'billing/idempotency-key-reused' },
    ]);
  });
});

describe('an account that is deleted while its owner buys in another tab', () => {
  it('leaves no page behind on which anybody could pay', async () => {
    const reader = await someMember();
    await town.ask('POST', `/api/v1/admin/members/${reader.user.id}/cancel`, {
      token: admin,
      body: { at: 'now' },
    });
    await settled(town.app.get(Jobs));
    // Her leaving waits here, with her open checkout looked for already.
    await stripeFails(town, {
      path: '/v1/subscriptions*',
      method: 'GET',
      action: 'slow',
      seconds: 1,
      times: 1,
    });
    const [left, bought] = await Promise.all([
      town.ask('DELETE', '/api/v1/me', {
        token: reader.accessToken,
        body: { confirm: reader.user.email },
      }),
      buy(reader, paper),
    ]);
    expect(left.status).toBe(204);
    await settled(town.app.get(Jobs));
    expect(sessionsOf(reader).filter(({ status }) => status === 'open')).toEqual([]);
    // Whichever came first, the other one was answered in order.
    if (bought.status === 201) {
      const session = sessionIn((bought.body as { url: string }).url);
      expect(sessionsOf(reader).map(({ id }) => id)).toContain(session);
    }
  });
});

describe('seats', () => {
  it('beyond what can be charged at once are refused, and as many as can be are sold', async () => {
    const reader = await joinAs(town);
    const many = await buy(reader, team, { seats: 60 });
    expect([many.status, many.body]).toMatchObject([
      422,
      {
        errors: [{ field: 'seats', message: 'must be at most 1: more cannot be charged at once' }],
      },
    ]);
    expect((await buy(reader, team, { seats: 1 })).status).toBe(201);
  });
});
