/** What an admin sees at one glance is what has happened: members, money, articles, and the state of the books. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { cards } from '../support/cards.js';
import { type OverviewAnswer, overviewOf } from '../support/figures.js';
import { type MemberDesk, type Reader, openMemberDesk } from '../support/member-desk.js';
import { Member } from '../support/member.js';
import { aMonth, publish, sell, someTrialMember } from '../support/town.js';

const day = 24 * 60 * 60;

let desk: MemberDesk;

beforeAll(async () => {
  desk = await openMemberDesk();
});

afterAll(() => desk.town.close());

const overview = (query = ''): Promise<OverviewAnswer> => overviewOf(desk.town, desk.token, query);

/** Who has paid for a year just now. */
const paying = (): Promise<Reader> => desk.someMember(desk.paper);

describe('Before anything has happened', () => {
  it('everything is nothing, day by day', async () => {
    const found = await overview();
    expect(found.members).toEqual({
      trialing: 0,
      active: 0,
      grace: 0,
      suspended: 0,
      paused: 0,
      blocked: 0,
      ended: 0,
      complimentary: 0,
    });
    expect(found.series).toHaveLength(30);
    expect(found.series.at(-1)?.day).toBe(found.to.slice(0, 10));
    expect(found.from).toBe(`${found.series[0]?.day}T00:00:00.000Z`);
    expect(found.totals).toEqual({
      trialsStarted: 0,
      trialsConverted: 0,
      begun: 0,
      ended: 0,
      net: 0,
    });
    expect(found).toMatchObject({
      mrr: [],
      churn: { paidAtStart: 0, ended: 0, ratio: null },
      failedPayments: [],
      inbox: { waiting: 0, failed: 0, quarantined: 0, oldestWaitingSeconds: null },
      reconciliation: null,
      mostRead: [],
      mostConverting: [],
    });
  });

  it.each(['?days=0', '?days=367', '?days=x', '?days=1e1', '?since=2026-01-01'])(
    'nobody is told by %s',
    async (query) => {
      const { token } = desk;
      const asked = await desk.town.ask('GET', `/api/v1/admin/overview${query}`, { token });
      expect(asked.status).toBe(400);
    },
  );
});

describe('Members who come and go', () => {
  it('are counted where they stand, and on the day on which they began, paid or left', async () => {
    const { town } = desk;
    await someTrialMember(town, desk.pro.yearly);
    await someTrialMember(town, desk.pro.yearly);
    const leaver = await paying();
    const given = await desk.someReader();
    await desk.deed(given, 'comp', { planId: desk.pro.id, until: desk.inDays(60) });
    const today = await overview('?days=1');
    expect(today.members).toMatchObject({ trialing: 2, active: 2, complimentary: 1, ended: 0 });
    expect(today.totals).toEqual({
      trialsStarted: 2,
      trialsConverted: 0,
      begun: 1,
      ended: 0,
      net: 1,
    });

    // One trial becomes a paid year; the other one is cancelled in time.
    const roll = await desk.ask('GET', '/api/v1/admin/members?state=trialing');
    const [first] = (roll.body as { items: { id: string }[] }).items;
    await desk.deed({ id: first?.id ?? '' }, 'cancel', { at: 'period-end' });
    await town.pass(8 * day);
    await desk.deed(leaver, 'cancel', { at: 'now' });
    await town.mailbox();

    const later = await overview('?days=10');
    expect(later.members).toMatchObject({ trialing: 0, active: 2, complimentary: 1, ended: 2 });
    expect(later.totals).toEqual({
      trialsStarted: 2,
      trialsConverted: 1,
      begun: 2,
      ended: 1,
      net: 1,
    });
    const on = (what: 'trialsStarted' | 'trialsConverted' | 'begun' | 'ended') =>
      later.series.flatMap((each, at) => (each[what] > 0 ? [[at, each[what]]] : []));
    expect(on('trialsStarted')).toEqual([[1, 2]]);
    expect(on('trialsConverted')).toEqual([[8, 1]]);
    expect(on('begun')).toEqual([
      [1, 1],
      [8, 1],
    ]);
    expect(on('ended')).toEqual([[9, 1]]);
  });

  it('are as many as the roll has of each state', async () => {
    const { members } = await overview();
    for (const state of ['trialing', 'active', 'grace', 'suspended', 'ended']) {
      const { body } = await desk.ask('GET', `/api/v1/admin/members?state=${state}&limit=100`);
      expect((body as { items: unknown[] }).items, state).toHaveLength(members[state] ?? -1);
    }
  });

  it('churn: of those who had paid when it began, how many have left', async () => {
    const { town } = desk;
    await town.pass(2 * day);
    // Two have paid, of whom one leaves; whoever joins and leaves meanwhile was not there at the start.
    const stays = await overview('?days=1');
    expect(stays.churn).toEqual({ paidAtStart: 1, ended: 0, ratio: 0 });
    const member = await paying();
    await town.pass(day);
    await desk.deed(member, 'cancel', { at: 'now' });
    const passing = await paying();
    await desk.deed(passing, 'cancel', { at: 'now' });
    await town.mailbox();
    expect((await overview('?days=1')).churn).toEqual({ paidAtStart: 2, ended: 1, ratio: 0.5 });
  });

  it('MRR now is what the revenue report says, and before what it said then', async () => {
    const { mrr, from } = await overview('?days=1');
    const revenue = async (query: string) => {
      const { body } = await desk.ask('GET', `/api/v1/admin/revenue${query}`);
      return (body as { currencies: { mrr: number }[] }).currencies[0]?.mrr;
    };
    expect(mrr).toEqual([
      { currency: 'usd', now: await revenue(''), before: await revenue(`?to=${from}`) },
    ]);
    expect(mrr[0]?.now).toBeGreaterThan(mrr[0]?.before ?? 0);
  });
});

describe('What needs an eye', () => {
  it('payments that failed and are still open, by currency', async () => {
    const { town, token } = desk;
    const euros = { ...aMonth, amount: 1_900, currency: 'eur' };
    const plan = await sell(town, token, 'monthly', [euros]);
    const member = await Member.of(town, plan.monthly);
    await member.payWith(cards.refusing);
    expect((await overview()).failedPayments).toEqual([]);
    await town.pass(32 * day);
    const { failedPayments, members } = await overview();
    expect(failedPayments).toEqual([{ currency: 'eur', count: 1, amount: 1_900 }]);
    expect((members['grace'] ?? 0) + (members['suspended'] ?? 0)).toBe(1);
  });

  it('the inbox: what waits, since when, and what waits for a person', async () => {
    const { app } = desk.town;
    const now = app.get(Clock).now();
    const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
    const put = (id: string, status: string, at: Date) =>
      app.get(Database).pool.query(
        `insert into webhook_events ("stripeEventId", type, payload, status, "receivedAt")
         values ($1, 'charge.failed', '{}', $2, $3)`,
        [id, status, at],
      );
    await put('evt_waiting', 'received', ago(60));
    await put('evt_failed', 'failed', ago(90));
    await put('evt_quarantined', 'quarantined', ago(9_000));
    await put('evt_newest', 'ignored', new Date(now.getTime() + 1_000));
    const { inbox } = await overview();
    expect(inbox).toMatchObject({ waiting: 1, failed: 1, quarantined: 1 });
    expect(inbox.oldestWaitingSeconds).toBeGreaterThanOrEqual(90);
    expect(inbox.oldestWaitingSeconds).toBeLessThan(150);
    expect(inbox.lastReceivedAt).toBe(new Date(now.getTime() + 1_000).toISOString());
  });

  it('the last comparison with Stripe', async () => {
    await desk.ask('POST', '/api/v1/admin/reconcile');
    await desk.town.mailbox();
    const { reconciliation } = await overview();
    expect(reconciliation).toMatchObject({ differed: 0, finishedAt: expect.any(String) });
  });
});

describe('Articles', () => {
  it('the ten most read come first, and those that nobody read not at all', async () => {
    const { town, token } = desk;
    const slugs = Array.from({ length: 11 }, (_, index) => `story-${index + 1}`);
    for (const [index, slug] of slugs.entries()) {
      await publish(town, token, { slug, gate: 'public' });
      for (let time = 0; time < index; time += 1) {
        await town.ask('GET', `/api/v1/articles/${slug}`);
      }
    }
    const { mostRead } = await overview('?days=1');
    expect(mostRead.map(({ slug, fullReads }) => [slug, fullReads])).toEqual(
      slugs
        .map((slug, index) => [slug, index])
        .slice(1)
        .toReversed(),
    );
    await town.pass(day);
    expect((await overview('?days=1')).mostRead).toEqual([]);
    expect((await overview('?days=2')).mostRead).toHaveLength(10);
  });
});
