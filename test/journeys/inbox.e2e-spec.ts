/** The inbox: events that name only a payment, events of others, warnings, and a database away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { settled } from '../support/app.js';
import {
  type TestInbox,
  audited,
  inboxOf,
  lettersAbout,
  someId,
  updated,
} from '../support/inbox.js';
import { hurryJobs } from '../support/our-books.js';
import { asServerOwner } from '../support/postgres.js';
import {
  type TestTown,
  type TrialMember,
  sellPro,
  someTrialMember,
  startTestTown,
} from '../support/town.js';

let town: TestTown;
let priceId: string;
let inbox: TestInbox;

beforeAll(async () => {
  town = await startTestTown();
  const admin = await town.staff('admin');
  inbox = inboxOf(town, admin);
  priceId = (await sellPro(town, admin)).prices[0]?.id ?? '';
});

afterAll(() => town.close());

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

describe('an event that names a payment and no customer', () => {
  it.each([
    ['a dispute', 'charge.dispute.created', { object: 'dispute', charge: 'ch_1' }],
    ['a refund', 'refund.created', { object: 'refund', charge: 'ch_1' }],
  ])('is answered for the one who paid: %s', async (_, type, object) => {
    const { customer, paymentIntent } = await someoneWhoPaid();
    const id = someId('evt');
    await inbox.send({ id, type, object: { ...object, payment_intent: paymentIntent } });
    await jobsDone();
    expect(await inbox.kept(id)).toMatchObject({ status: 'processed', customer });
  });

  it('is answered by way of its invoice, too', async () => {
    const { customer, invoice } = await someoneWhoPaid();
    const id = someId('evt');
    const object = { object: 'invoice_payment', invoice, payment: { type: 'payment_intent' } };
    await inbox.send({ id, type: 'invoice_payment.paid', object });
    await jobsDone();
    expect(await inbox.kept(id)).toMatchObject({ status: 'processed', customer });
  });

  it('does no harm where nobody knows the payment', async () => {
    const id = someId('evt');
    const object = { object: 'refund', payment_intent: 'pi_unknown', charge: null };
    expect((await inbox.send({ id, type: 'refund.created', object })).status).toBe(200);
    await jobsDone();
    expect(await inbox.kept(id)).toMatchObject({ status: 'ignored', customer: null });
  });

  it('is not looked up while the webhook waits: Stripe may be away', async () => {
    const { paymentIntent } = await someoneWhoPaid();
    await town.askSimulator('PUT', '/_sim/faults', {
      api: [{ path: '/v1/*', action: 'timeout' }],
    });
    const id = someId('evt');
    const object = { object: 'refund', payment_intent: paymentIntent };
    const answer = await inbox.send({ id, type: 'refund.created', object });
    await town.askSimulator('PUT', '/_sim/faults', {});
    expect(answer.status).toBe(200);
    await hurryJobs(town.app.get(Database).pool);
    await jobsDone();
  });
});

describe("a card network's early warning of fraud", () => {
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
    await Promise.all([ids[0], ids[0], ids[1]].map((id = '') => inbox.send({ id, type, object })));
    await jobsDone();
    const entries = (await audited(town, 'payment.suspected')).filter(
      ({ subjectId }) => subjectId === userId,
    );
    expect(entries).toMatchObject([{ actorId: null, detail: { warning } }]);
    const letters = (await lettersAbout(town, 'fraudulent')).filter(({ text }) =>
      text.includes(userId),
    );
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain('made_with_stolen_card');
    expect((await town.ask('GET', '/api/v1/me/membership', { token })).body).toMatchObject({
      access: true,
    });
    for (const id of ids) expect(await inbox.kept(id)).toMatchObject({ status: 'processed' });
  });
});

describe('an event of another world', () => {
  it.each([
    ['other-mode', { livemode: true }],
    ['other-account', { account: 'acct_of_another_shop' }],
  ])('is refused and not kept, and the admins hear of it once a day: %s', async (kind, more) => {
    const heard = async () => ({
      letters: (await lettersAbout(town, 'not ours')).length,
      entries: (await audited(town, 'webhook.refused')).filter(
        ({ subjectId }) => subjectId === kind,
      ).length,
    });
    const before = await heard();
    const { customer } = await someMember();
    const sent = { ...updated(customer), more };
    const answer = await inbox.send(sent);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: `billing/${kind}` });
    await Promise.all([inbox.send(sent), inbox.send({ ...updated(customer), more })]);
    expect((await inbox.desk(`/${sent.id}`)).status).toBe(404);
    expect(await heard()).toEqual({ letters: before.letters + 1, entries: before.entries + 1 });
    await town.pass(25 * 60 * 60);
    await inbox.send(sent);
    expect(await heard()).toEqual({ letters: before.letters + 2, entries: before.entries + 2 });
  });

  it('is not told apart by what does not say where it is from', async () => {
    const id = someId('evt');
    const more = { livemode: undefined };
    expect((await inbox.send({ ...updated('cus_elsewhere', id), more })).status).toBe(200);
    await jobsDone();
    expect(await inbox.kept(id)).toMatchObject({ status: 'ignored' });
  });
});

describe('while PostgreSQL is down', () => {
  it('a webhook is answered with a 5xx, so that Stripe sends it again, and then it is taken', async () => {
    const { customer } = await someMember();
    const { databaseUrl } = town.app.get(Config);
    const name = new URL(databaseUrl).pathname.slice(1);
    const sent = updated(customer);
    try {
      await asServerOwner(`alter database ${name} allow_connections false`);
      await asServerOwner(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      );
      const answer = await inbox.send(sent);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    } finally {
      await asServerOwner(`alter database ${name} allow_connections true`);
    }
    await expect.poll(async () => (await inbox.send(sent)).status, { timeout: 10_000 }).toBe(200);
    await expect
      .poll(async () => (await inbox.kept(sent.id))['status'], { timeout: 15_000 })
      .toBe('processed');
  });
});
