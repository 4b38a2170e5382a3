/** Staff let a membership go on without a charge: one that was given, a trial, and one that is paid for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMigrations } from '../../prisma/folders.js';
import { Database } from '../../src/platform/database/database.js';
import { stripeFails, stripeIsWell } from '../support/faults.js';
import { type MemberDesk, type Reader, openMemberDesk } from '../support/member-desk.js';
import type { TestTown } from '../support/town.js';

interface View {
  state: string;
  accessUntil: string;
  trialEndsAt: string | null;
  currentPeriodEnd: string | null;
}

const day = 24 * 60 * 60;

let desk: MemberDesk;
let town: TestTown;

beforeAll(async () => {
  desk = await openMemberDesk();
  ({ town } = desk);
});

afterAll(() => town.close());

const view = async ({ token }: Reader): Promise<View> =>
  (await town.ask('GET', '/api/v1/me/membership', { token })).body as View;

/** Midnight so many days after a moment. */
function daysAfter(moment: string | null, days: number): string {
  const date = new Date(new Date(moment ?? '').getTime() + days * day * 1000);
  return `${date.toISOString().slice(0, 10)}T00:00:00.000Z`;
}

const extend = (whom: Reader, until: string) => desk.deed(whom, 'extend', { until });

const paymentsOf = async (whom: Reader): Promise<number[]> =>
  (await desk.fileOf(whom)).ledger.map(({ money }) => money.amount);

const mailsTo = async ({ token }: Reader, subject: RegExp): Promise<number> => {
  const { email } = (await town.ask('GET', '/api/v1/me', { token })).body as { email: string };
  const mails = await town.mailbox();
  return mails.filter((mail) => mail.to === email && subject.test(mail.subject)).length;
};

const changesOf = async ({ id }: Reader): Promise<unknown[]> => {
  const path = `/api/v1/admin/audit?subject=member&subjectId=${id}&action=member.extended`;
  return ((await desk.ask('GET', path)).body as { items: unknown[] }).items;
};

describe('A membership that was given', () => {
  it('goes on until the new date, by its plan, and once however often it is asked for', async () => {
    const reader = await desk.someReader();
    const first = desk.inDays(10);
    await desk.deed(reader, 'comp', { planId: desk.pro.id, until: first });
    const until = daysAfter(first, 20);
    for (let time = 0; time < 3; time += 1) {
      const { status, body } = await extend(reader, until);
      expect([status, body]).toMatchObject([
        200,
        { state: 'active', accessUntil: until, plan: { slug: 'pro' } },
      ]);
    }
    expect(await changesOf(reader)).toMatchObject([
      { before: { until: first }, after: { until }, detail: { moved: 'end' } },
    ]);
  });

  it('is not made shorter', async () => {
    const reader = await desk.someReader();
    await desk.deed(reader, 'comp', { planId: desk.pro.id, until: desk.inDays(10) });
    const { status, body } = await extend(reader, desk.inDays(9));
    expect([status, body]).toMatchObject([422, { errors: [{ field: 'until' }] }]);
  });
});

describe('A trial', () => {
  it('ends later, is her one trial still, and she is reminded of the end that counts', async () => {
    const reader = await desk.someMember(desk.pro);
    const { trialEndsAt } = await view(reader);
    await town.pass(4 * day);
    expect(await mailsTo(reader, /trial ends on/)).toBe(1);
    const until = daysAfter(trialEndsAt, 14);
    const { status, body } = await extend(reader, until);
    expect([status, body]).toMatchObject([
      200,
      { state: 'trialing', trialEndsAt: until, accessUntil: until },
    ]);
    await town.pass(5 * day);
    expect(await view(reader)).toMatchObject({ state: 'trialing' });
    expect(await paymentsOf(reader)).toEqual([]);
    expect(await mailsTo(reader, /trial ends on/)).toBe(1);
    await town.pass(9 * day);
    expect(await mailsTo(reader, /trial ends on/)).toBe(2);
    await town.pass(4 * day);
    expect(await view(reader)).toMatchObject({ state: 'active' });
    expect(await paymentsOf(reader)).toEqual([30_000]);
    const { rows } = await town.app
      .get(Database)
      .pool.query('select "isRepeat" from trial_uses where "userId" = $1', [reader.id]);
    expect(rows).toEqual([{ isRepeat: false }]);
  });

  it('whose end she was told of before letters named it brings no second letter', async () => {
    const reader = await desk.someMember(desk.pro);
    await town.pass(4 * day);
    const { pool } = town.app.get(Database);
    await pool.query(
      `update billing_letters set key = regexp_replace(key, ':\\d+$', '')
       where "userId" = $1 and key like 'trial-ending:%'`,
      [reader.id],
    );
    const migrations = await readMigrations();
    const moving = migrations.find(({ name }) => name.endsWith('_reminders_name_their_end'));
    for (let time = 0; time < 2; time += 1) await pool.query(moving?.sql ?? '');
    await town.pass(day);
    expect(await mailsTo(reader, /trial ends on/)).toBe(1);
  });
});

describe('A membership that is paid for', () => {
  it('goes on as a member’s, in no trial, and is billed again on the new day', async () => {
    const reader = await desk.someMember();
    const { currentPeriodEnd } = await view(reader);
    const until = daysAfter(currentPeriodEnd, 30);
    const { status, body } = await extend(reader, until);
    expect([status, body]).toMatchObject([
      200,
      { state: 'active', accessUntil: until, currentPeriodEnd: until, trialEndsAt: null },
    ]);
    await town.mailbox();
    expect(await desk.fileOf(reader)).toMatchObject({ hasHadTrial: false });
    expect(await changesOf(reader)).toMatchObject([
      { before: { until: currentPeriodEnd }, after: { until }, detail: { moved: 'next-bill' } },
    ]);
    await town.pass(390 * day);
    expect(await view(reader)).toMatchObject({ state: 'active' });
    expect(await paymentsOf(reader)).toEqual([30_000]);
    await town.pass(7 * day);
    expect(await view(reader)).toMatchObject({ state: 'active', trialEndsAt: null });
    expect(await paymentsOf(reader)).toEqual([30_000, 30_000]);
    expect(await mailsTo(reader, /trial/)).toBe(0);
  });

  it('of somebody who has had her trial elsewhere is no second one', async () => {
    const reader = await desk.someMember(desk.pro);
    await desk.deed(reader, 'cancel', { at: 'now' });
    const again = await desk.buy(reader, desk.pro);
    expect(again).toMatchObject({ state: 'active' });
    const until = daysAfter((await view(reader)).currentPeriodEnd, 30);
    expect((await extend(reader, until)).status).toBe(200);
    await town.mailbox();
    expect(await view(reader)).toMatchObject({ state: 'active', currentPeriodEnd: until });
    expect(await mailsTo(reader, /Your trial was ended/)).toBe(0);
  });

  it('is extended twice, and ends at once when all that was paid is given back', async () => {
    const reader = await desk.someMember();
    const { currentPeriodEnd } = await view(reader);
    await extend(reader, daysAfter(currentPeriodEnd, 30));
    const until = daysAfter(currentPeriodEnd, 60);
    expect((await extend(reader, until)).body).toMatchObject({ currentPeriodEnd: until });
    expect((await extend(reader, until)).status).toBe(200);
    expect(await changesOf(reader)).toHaveLength(2);
    const refunded = await desk.deed(reader, 'refund', {});
    expect(refunded.body).toMatchObject({ membership: { state: 'ended' } });
  });

  it.each([
    ['less', 10_000],
    ['more', 90_000],
  ])(
    'that moves to a price of %s is billed by it on the new day, and not before',
    async (_, amount) => {
      const reader = await desk.someMember();
      const until = daysAfter((await view(reader)).currentPeriodEnd, 30);
      await extend(reader, until);
      const price = { amount, currency: 'usd', interval: 'year' };
      const plan = { slug: `plan-${amount}`, name: 'Another', prices: [price] };
      const { prices } = (await desk.ask('POST', '/api/v1/admin/plans', plan)).body as {
        prices: { id: string }[];
      };
      const changed = await town.ask('POST', '/api/v1/me/membership/change', {
        token: reader.token,
        body: { priceId: prices[0]?.id },
      });
      expect(changed.status, changed.text).toBe(200);
      expect(await view(reader)).toMatchObject({ state: 'active', currentPeriodEnd: until });
      expect(await paymentsOf(reader)).toEqual([30_000]);
      await town.pass(397 * day);
      expect(await paymentsOf(reader)).toEqual([amount, 30_000]);
    },
  );

  it('stays as it is while Stripe is away', async () => {
    const reader = await desk.someMember();
    const before = await view(reader);
    await stripeFails(town, { path: '/v1/subscriptions*', action: 'server-error' });
    const { status } = await extend(reader, daysAfter(before.currentPeriodEnd, 30));
    await stripeIsWell(town);
    expect([status, await view(reader)]).toEqual([503, before]);
    expect(await changesOf(reader)).toEqual([]);
  });
});

describe('Nothing is extended', () => {
  const refusal = async (reader: Reader, until: string): Promise<unknown> => {
    const { status, body } = await extend(reader, until);
    return [status, (body as { code: string }).code];
  };

  it('for somebody who holds nothing, or no more', async () => {
    const reader = await desk.someReader();
    const until = desk.inDays(10);
    expect(await refusal(reader, until)).toEqual([409, 'memberships/nothing-runs']);
    await desk.deed(reader, 'comp', { planId: desk.pro.id, until: desk.inDays(5) });
    await desk.deed(reader, 'cancel', { at: 'now' });
    expect(await refusal(reader, until)).toEqual([409, 'memberships/nothing-runs']);
  });

  it('for somebody who has cancelled', async () => {
    const reader = await desk.someMember();
    await desk.deed(reader, 'cancel', { at: 'period-end' });
    const until = daysAfter((await view(reader)).currentPeriodEnd, 1);
    expect(await refusal(reader, until)).toEqual([409, 'memberships/is-leaving']);
  });

  it('to a day that is over, or so far away that Stripe would refuse it', async () => {
    const reader = await desk.someMember();
    for (const until of ['2020-01-01', desk.inDays(10), desk.inDays(900)]) {
      expect(await refusal(reader, until)).toEqual([422, 'request/invalid-body']);
    }
  });
});
