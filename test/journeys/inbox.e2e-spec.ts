/** The inbox: events that name only a payment, events of others, events that cannot be answered, and a database away. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRUNE_INBOX } from '../../src/billing/inbox/prune-inbox.job.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Config } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import type { Answer } from '../support/api.js';
import { settled } from '../support/app.js';
import { hurryJobs } from '../support/our-books.js';
import {
  type TestTown,
  type TrialMember,
  sellPro,
  someTrialMember,
  startTestTown,
  webhookSecret,
} from '../support/town.js';

let town: TestTown;
let admin: string;
let priceId: string;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  priceId = (await sellPro(town, admin)).prices[0]?.id ?? '';
});

afterAll(() => town.close());

const pool = () => town.app.get(Database).pool;
const jobsDone = () => settled(town.app.get(Jobs));

const someMember = () => someTrialMember(town, priceId);

/** The trial is over and paid. */
async function someoneWhoPaid(): Promise<TrialMember & { paymentIntent: string; invoice: string }> {
  const member = await someMember();
  await town.pass(8 * 24 * 60 * 60);
  const intent = town.simulator.state.paymentIntents
    .all()
    .find(({ customer }) => customer === member.customer);
  const invoice = town.simulator.state.invoices
    .all()
    .find(({ customer, amount_paid: paid }) => customer === member.customer && paid > 0);
  return { ...member, paymentIntent: intent?.id ?? '', invoice: invoice?.id ?? '' };
}

interface Sent {
  id: string;
  type: string;
  object: Record<string, unknown>;
  more?: Record<string, unknown>;
}

async function send({ id, type, object, more = {} }: Sent): Promise<Response> {
  const payload = JSON.stringify({
    id,
    object: 'event',
    type,
    livemode: false,
    data: { object },
    ...more,
  });
  return fetch(`${town.url}/webhooks/stripe`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'stripe-signature': Stripe.webhooks.generateTestHeaderString({
        payload,
        secret: webhookSecret,
      }),
    },
    body: payload,
  });
}

const someId = (kind: string) => `${kind}_${randomUUID().replaceAll('-', '')}`;

const updated = (customer: string, id = someId('evt')): Sent => ({
  id,
  type: 'customer.subscription.updated',
  object: { object: 'subscription', id: 'sub_1', customer },
});

const desk = (path = '', token = admin): Promise<Answer> =>
  town.ask('GET', `/api/v1/admin/webhook-events${path}`, { token });

const kept = async (id: string) => (await desk(`/${id}`)).body as Record<string, unknown>;

const retry = (id: string): Promise<Answer> =>
  town.ask('POST', `/api/v1/admin/webhook-events/${id}/retry`, { token: admin });

interface Entry {
  action: string;
  subjectId: string;
  actorId: string | null;
  detail: Record<string, unknown>;
}

async function audited(action: string): Promise<Entry[]> {
  const { rows } = await pool().query<Entry>(
    'select action, "subjectId", "actorId", detail from audit_entries where action = $1',
    [action],
  );
  return rows;
}

const lettersAbout = async (words: string) =>
  (await town.mailbox()).filter(({ subject }) => subject.includes(words));

describe('an event that names a payment and no customer', { timeout: 30_000 }, () => {
  it.each([
    ['a dispute', 'charge.dispute.created', { object: 'dispute', charge: 'ch_1' }],
    ['a refund', 'refund.created', { object: 'refund', charge: 'ch_1' }],
  ])('is answered for the one who paid: %s', async (_, type, object) => {
    const { customer, paymentIntent } = await someoneWhoPaid();
    const id = someId('evt');
    await send({ id, type, object: { ...object, payment_intent: paymentIntent } });
    await jobsDone();
    expect(await kept(id)).toMatchObject({ status: 'processed', customer });
  });

  it('is answered by way of its invoice, too', async () => {
    const { customer, invoice } = await someoneWhoPaid();
    const id = someId('evt');
    const object = { object: 'invoice_payment', invoice, payment: { type: 'payment_intent' } };
    await send({ id, type: 'invoice_payment.paid', object });
    await jobsDone();
    expect(await kept(id)).toMatchObject({ status: 'processed', customer });
  });

  it('does no harm where nobody knows the payment', async () => {
    const id = someId('evt');
    const object = { object: 'refund', payment_intent: 'pi_unknown', charge: null };
    expect((await send({ id, type: 'refund.created', object })).status).toBe(200);
    await jobsDone();
    expect(await kept(id)).toMatchObject({ status: 'ignored', customer: null });
  });

  it('is not looked up while the webhook waits: Stripe may be away', async () => {
    const { paymentIntent } = await someoneWhoPaid();
    await town.askSimulator('PUT', '/_sim/faults', {
      api: [{ path: '/v1/*', action: 'timeout' }],
    });
    const id = someId('evt');
    const object = { object: 'refund', payment_intent: paymentIntent };
    const answer = await send({ id, type: 'refund.created', object });
    await town.askSimulator('PUT', '/_sim/faults', {});
    expect(answer.status).toBe(200);
    await hurryJobs(pool());
    await jobsDone();
  });
});

describe("a card network's early warning of fraud", { timeout: 30_000 }, () => {
  it('is told to the admins once, and takes nothing from the member', async () => {
    const { token, userId, paymentIntent } = await someoneWhoPaid();
    const warning = someId('issfr');
    const object = {
      object: 'radar.early_fraud_warning',
      id: warning,
      charge: 'ch_1',
      payment_intent: paymentIntent,
      fraud_type: 'made_with_stolen_card',
    };
    const type = 'radar.early_fraud_warning.created';
    const ids = [someId('evt'), someId('evt')];
    // Twice the same event, and another one for the same warning.
    await Promise.all([ids[0], ids[0], ids[1]].map((id = '') => send({ id, type, object })));
    await jobsDone();
    const entries = (await audited('payment.suspected')).filter(
      ({ subjectId }) => subjectId === userId,
    );
    expect(entries).toMatchObject([{ actorId: null, detail: { warning } }]);
    const letters = (await lettersAbout('fraudulent')).filter(({ text }) => text.includes(userId));
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain('made_with_stolen_card');
    expect((await town.ask('GET', '/api/v1/me/membership', { token })).body).toMatchObject({
      access: true,
    });
    for (const id of ids) expect(await kept(id)).toMatchObject({ status: 'processed' });
  });
});

describe('an event of another world', { timeout: 30_000 }, () => {
  it.each([
    ['other-mode', { livemode: true }],
    ['other-account', { account: 'acct_of_another_shop' }],
  ])('is refused and not kept, and the admins hear of it once a day: %s', async (kind, more) => {
    const heard = async () => ({
      letters: (await lettersAbout('not ours')).length,
      entries: (await audited('webhook.refused')).filter(({ subjectId }) => subjectId === kind)
        .length,
    });
    const before = await heard();
    const { customer } = await someMember();
    const sent = { ...updated(customer), more };
    const answer = await send(sent);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: `billing/${kind}` });
    await Promise.all([send(sent), send({ ...updated(customer), more })]);
    expect((await desk(`/${sent.id}`)).status).toBe(404);
    expect(await heard()).toEqual({ letters: before.letters + 1, entries: before.entries + 1 });
    await town.pass(25 * 60 * 60);
    await send(sent);
    expect(await heard()).toEqual({ letters: before.letters + 2, entries: before.entries + 2 });
  });

  it('is not told apart by what does not say where it is from', async () => {
    const id = someId('evt');
    const more = { livemode: undefined };
    expect((await send({ ...updated('cus_elsewhere', id), more })).status).toBe(200);
    await jobsDone();
    expect(await kept(id)).toMatchObject({ status: 'ignored' });
  });
});

describe('an event that cannot be answered', { timeout: 30_000 }, () => {
  /** No sync of this customer gets through, as with a fault of ours that meets only her. */
  async function poison({ customer }: TrialMember): Promise<void> {
    await pool().query(`
      create or replace function poison() returns trigger language plpgsql as $$
      begin
        if new."stripeCustomerId" = '${customer}' then raise exception 'poisoned'; end if;
        return new;
      end $$;
      create or replace trigger poison before update on stripe_customers
        for each row execute function poison()`);
  }

  const heal = () => pool().query('drop trigger poison on stripe_customers');

  /** As many tries as time would bring. */
  async function tryAll(times = 12): Promise<void> {
    for (let round = 0; round < times; round += 1) {
      await hurryJobs(pool());
      await jobsDone();
    }
  }

  it('is put aside after ten tries, told once, tried again on a click, and holds up nobody', async () => {
    const poisoned = await someMember();
    const neighbour = await someMember();
    await poison(poisoned);
    const bad = updated(poisoned.customer);
    const good = updated(neighbour.customer);
    await send(bad);
    await send(good);
    await jobsDone();
    expect(await kept(good.id)).toMatchObject({ status: 'processed' });
    expect(await kept(bad.id)).toMatchObject({ status: 'failed', attempts: 1 });
    await tryAll();
    expect(await kept(bad.id)).toMatchObject({
      status: 'quarantined',
      attempts: 10,
      lastError: expect.stringContaining('poisoned'),
    });
    const told = (await lettersAbout('could not be answered')).filter(({ text }) =>
      text.includes(bad.id),
    );
    expect(told).toHaveLength(1);
    const entries = async (action: string) =>
      (await audited(action)).filter(({ subjectId }) => subjectId === bad.id);
    expect(await entries('webhook.quarantined')).toHaveLength(1);
    const { body } = await desk('?limit=1');
    expect(body).toMatchObject({ items: [{ id: bad.id, status: 'quarantined' }] });

    expect((await retry(bad.id)).body).toMatchObject({ status: 'received', attempts: 0 });
    await jobsDone();
    expect(await kept(bad.id)).toMatchObject({ status: 'failed', attempts: 1 });
    await heal();
    expect((await retry(bad.id)).status).toBe(202);
    await jobsDone();
    expect(await kept(bad.id)).toMatchObject({ status: 'processed', lastError: null });
    expect(await entries('webhook.retried')).toHaveLength(2);
  });

  it('is answered by the next sync of hers that succeeds', async () => {
    const member = await someMember();
    await poison(member);
    const bad = updated(member.customer);
    await send(bad);
    await jobsDone();
    await tryAll();
    expect(await kept(bad.id)).toMatchObject({ status: 'quarantined' });
    await heal();
    await send(updated(member.customer));
    await jobsDone();
    expect(await kept(bad.id)).toMatchObject({ status: 'processed' });
  });

  it('is tried for as long as Stripe is away, which counts against none', async () => {
    const member = await someMember();
    await town.askSimulator('PUT', '/_sim/faults', {
      api: [{ path: '/v1/*', action: 'rate-limit' }],
    });
    const late = updated(member.customer);
    await send(late);
    await tryAll(1);
    expect(await kept(late.id)).toMatchObject({
      status: 'failed',
      attempts: 0,
      lastError: expect.stringContaining('rate limit'),
    });
    await town.askSimulator('PUT', '/_sim/faults', {});
    await tryAll(1);
    expect(await kept(late.id)).toMatchObject({ status: 'processed' });
  });
});

describe('the list of events', { timeout: 30_000 }, () => {
  it('is for admins only', async () => {
    const editor = await town.staff('editor');
    expect((await desk('', editor)).status).toBe(403);
    expect((await desk('/evt_1', editor)).status).toBe(403);
    const path = '/api/v1/admin/webhook-events/evt_1/retry';
    expect((await town.ask('POST', path, { token: editor })).status).toBe(403);
  });

  it('has what is in trouble first and then the newest, over all of its pages, without payloads', async () => {
    await pool().query(`
      insert into webhook_events ("stripeEventId", type, payload, status, "receivedAt")
      select 'evt_list_' || n, 'list.test', '{"secret": true}',
        (array['processed', 'quarantined', 'received', 'failed'])[n % 4 + 1]::"WebhookEventStatus",
        now() - make_interval(mins => n)
      from generate_series(0, 9) as n`);
    const seen: { id: string; status: string }[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body, text } = await desk(`?type=list.test&limit=3${more}`);
      expect(text).not.toContain('secret');
      const page = body as { items: typeof seen; nextCursor: string | null };
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    const numbers = seen.map(({ id }) => Number(id.replace('evt_list_', '')));
    expect(numbers).toEqual([1, 3, 5, 7, 9, 0, 2, 4, 6, 8]);
    const { body } = await desk('?type=list.test&status=failed');
    expect(body).toMatchObject({ items: [{ id: 'evt_list_3' }, { id: 'evt_list_7' }] });
    expect(await kept('evt_list_3')).toMatchObject({ payload: { secret: true } });
    await pool().query(`delete from webhook_events where type = 'list.test'`);
  });

  it.each([
    ['?status=lost', 400],
    ['?cursor=nonsense', 400],
    [`?cursor=${Buffer.from('[2,"2026-01-01T00:00:00.000Z","evt_1"]').toString('base64url')}`, 400],
    ['/evt_unknown', 404],
  ])('refuses what it cannot answer: %s', async (path, status) => {
    expect((await desk(path)).status).toBe(status);
  });

  it('does not try again what is about nobody', async () => {
    const id = someId('evt');
    await send({ id, type: 'product.created', object: { object: 'product', id: 'prod_1' } });
    expect(await kept(id)).toMatchObject({ status: 'ignored' });
    const answer = await retry(id);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'billing/nothing-to-retry' });
    expect((await retry('evt_unknown')).status).toBe(404);
  });
});

describe('every night', { timeout: 30_000 }, () => {
  it('what was answered ninety days ago is forgotten, and nothing that still waits', async () => {
    const now = town.app.get(Clock).now().getTime();
    const days = (count: number) => new Date(now - count * 86_400_000).toISOString();
    const rows = [
      ['evt_old_done', 'processed', days(91)],
      ['evt_old_ignored', 'ignored', days(91)],
      ['evt_old_waiting', 'quarantined', days(91)],
      ['evt_young', 'processed', days(89)],
    ];
    for (const row of rows) {
      await pool().query(
        `insert into webhook_events ("stripeEventId", type, payload, status, "receivedAt")
         values ($1, 'old.test', '{}', $2::"WebhookEventStatus", $3)`,
        row,
      );
    }
    await town.app.get(Jobs).enqueue(PRUNE_INBOX, {});
    await jobsDone();
    const left = await pool().query<{ id: string }>(
      `select "stripeEventId" as id from webhook_events where type = 'old.test' order by 1`,
    );
    expect(left.rows.map(({ id }) => id)).toEqual(['evt_old_waiting', 'evt_young']);
  });
});

describe('while PostgreSQL is down', { timeout: 30_000 }, () => {
  it('a webhook is answered with a 5xx, so that Stripe sends it again, and then it is taken', async () => {
    const { customer } = await someMember();
    const { databaseUrl } = town.app.get(Config);
    const name = new URL(databaseUrl).pathname.slice(1);
    const elsewhere = new URL(databaseUrl);
    elsewhere.pathname = '/postgres';
    const owner = new pg.Client({ connectionString: elsewhere.href });
    await owner.connect();
    const sent = updated(customer);
    try {
      await owner.query(`alter database ${name} allow_connections false`);
      await owner.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
        [name],
      );
      const answer = await send(sent);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    } finally {
      await owner.query(`alter database ${name} allow_connections true`);
      await owner.end();
    }
    await expect.poll(async () => (await send(sent)).status, { timeout: 10_000 }).toBe(200);
    await expect
      .poll(async () => (await kept(sent.id))['status'], { timeout: 15_000 })
      .toBe('processed');
  });
});
