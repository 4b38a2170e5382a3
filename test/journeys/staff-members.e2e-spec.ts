/** What staff do for a member who writes in: give her a membership, end one, and see what was done. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripeFails, stripeIsWell } from '../support/faults.js';
import { type MemberDesk, type Reader, openMemberDesk } from '../support/member-desk.js';
import { goodPassword, joinAs, someAddress } from '../support/readers.js';
import type { TestTown } from '../support/town.js';

const day = 24 * 60 * 60;

let desk: MemberDesk;
let town: TestTown;

beforeAll(async () => {
  desk = await openMemberDesk();
  ({ town } = desk);
});

afterAll(() => town.close());

const membershipOf = async ({ token }: Reader): Promise<unknown> =>
  (await town.ask('GET', '/api/v1/me/membership', { token })).body;

describe('A reader who is given a membership', () => {
  it('reads until its date, and not a moment longer', async () => {
    const reader = await desk.someReader();
    const until = desk.inDays(10);
    const given = await desk.deed(reader, 'comp', { planId: desk.pro.id, until });
    expect([given.status, given.body]).toMatchObject([
      200,
      { state: 'active', access: true, accessUntil: until, cancelsAt: until, price: null },
    ]);
    expect((await desk.fileOf(reader)).memberships).toMatchObject([
      { source: 'complimentary', status: 'active', stripeSubscriptionId: null },
    ]);
    await town.pass(10 * day);
    expect(await membershipOf(reader)).toMatchObject({ state: 'ended', access: false });
    expect(await desk.deedsOn(reader)).toEqual(['member.comped']);
  });

  it('keeps one membership when it is given again, with the new end and plan', async () => {
    const reader = await desk.someReader();
    await desk.deed(reader, 'comp', { planId: desk.pro.id, until: desk.inDays(10) });
    const until = desk.inDays(3);
    const again = await desk.deed(reader, 'comp', { planId: desk.paper.id, until });
    expect(again.body).toMatchObject({
      state: 'active',
      cancelsAt: until,
      plan: { slug: 'paper' },
    });
    expect((await desk.fileOf(reader)).memberships).toHaveLength(1);
    expect(await desk.deedsOn(reader)).toEqual(['member.comped', 'member.comped']);
  });

  it('has one membership when two admins click at once', async () => {
    const reader = await desk.someReader();
    const terms = { planId: desk.pro.id, until: desk.inDays(10) };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => desk.deed(reader, 'comp', terms)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await desk.fileOf(reader)).memberships).toHaveLength(1);
  });

  it('gets another one after the first is over, beside it in her file', async () => {
    const reader = await desk.someReader();
    await desk.deed(reader, 'comp', { planId: desk.pro.id, until: desk.inDays(1) });
    await town.pass(2 * day);
    const again = await desk.deed(reader, 'comp', { planId: desk.pro.id, until: desk.inDays(5) });
    expect(again.body).toMatchObject({ state: 'active', access: true });
    expect((await desk.fileOf(reader)).memberships).toHaveLength(2);
  });

  it('loses it at once when an admin ends it, and has had no trial by it', async () => {
    const reader = await desk.someReader();
    await desk.deed(reader, 'comp', { planId: desk.pro.id, until: desk.inDays(10) });
    const ended = await desk.deed(reader, 'cancel', { at: 'now' });
    expect([ended.status, ended.body]).toMatchObject([200, { state: 'ended', access: false }]);
    expect(await desk.deedsOn(reader)).toEqual(['member.cancelled', 'member.comped']);
    expect(await desk.fileOf(reader)).toMatchObject({ hasHadTrial: false, stripeCustomerId: null });
    expect((await desk.deed(reader, 'cancel', { at: 'now' })).status).toBe(409);
  });

  it('is none who pays already, and the admin is told what to do', async () => {
    const member = await desk.someMember();
    const refused = await desk.deed(member, 'comp', {
      planId: desk.pro.id,
      until: desk.inDays(10),
    });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'memberships/paid-membership-runs' });
    expect(await desk.deedsOn(member)).toEqual([]);
  });

  it.each([
    ['a date that is over', { until: '2020-01-01T00:00:00Z' }, 'until'],
    ['no date', { until: 'tomorrow' }, 'until'],
    ['a day that no month has', { until: '2030-02-30' }, 'until'],
    ['a plan that is none', { planId: '01890000-0000-7000-8000-000000000000' }, 'planId'],
  ])('is not given %s', async (_, wrong, field) => {
    const reader = await desk.someReader();
    const terms = { planId: desk.pro.id, until: desk.inDays(10), ...wrong };
    const { status, body } = await desk.deed(reader, 'comp', terms);
    expect([status, body]).toMatchObject([422, { errors: [{ field }] }]);
  });

  it('is not given a plan that is archived', async () => {
    const plan = await desk.ask('POST', '/api/v1/admin/plans', { slug: 'gone', name: 'Gone' });
    const { id } = plan.body as { id: string };
    await desk.ask('POST', `/api/v1/admin/plans/${id}/archive`);
    const { status } = await desk.deed(await desk.someReader(), 'comp', {
      planId: id,
      until: desk.inDays(1),
    });
    expect(status).toBe(422);
  });
});

describe('A member whose membership an admin ends', () => {
  it('reads on to the end of what she paid for', async () => {
    const member = await desk.someMember();
    const { status, body } = await desk.deed(member, 'cancel', { at: 'period-end' });
    expect([status, body]).toMatchObject([200, { state: 'active', access: true }]);
    expect((body as { cancelsAt: string | null }).cancelsAt).not.toBeNull();
    expect(await desk.deedsOn(member)).toEqual(['member.cancelled']);
  });

  it('reads no more when it ends now, however often it is clicked', async () => {
    const member = await desk.someMember();
    const answers = await Promise.all(
      [1, 2, 3].map(() => desk.deed(member, 'cancel', { at: 'now' })),
    );
    for (const { status, body } of answers) {
      if (status === 200) expect(body).toMatchObject({ state: 'ended', access: false });
      else expect(status).toBe(409);
    }
    expect(answers.map(({ status }) => status)).toContain(200);
    await town.mailbox();
    expect(await desk.deedsOn(member)).toEqual(['member.cancelled']);
    expect(await membershipOf(member)).toMatchObject({ state: 'ended', access: false });
  });

  it('is told nothing runs when nothing does', async () => {
    const { status, body } = await desk.deed(await desk.someReader(), 'cancel', { at: 'now' });
    expect([status, body]).toMatchObject([409, { code: 'memberships/nothing-runs' }]);
  });

  it('stays one while Stripe is away', async () => {
    const member = await desk.someMember();
    await stripeFails(town, { path: '/v1/subscriptions*', action: 'server-error' });
    const { status, headers } = await desk.deed(member, 'cancel', { at: 'now' });
    await stripeIsWell(town);
    expect([status, headers.has('retry-after')]).toEqual([503, true]);
    expect(await membershipOf(member)).toMatchObject({ state: 'active' });
    expect(await desk.deedsOn(member)).toEqual([]);
  });
});

describe('What an admin does', () => {
  it.each(['comp', 'cancel', 'refund'] as const)('no editor does: %s', async (what) => {
    const token = await town.staff('editor');
    const { id } = await desk.someReader();
    const path = `/api/v1/admin/members/${id}/${what}`;
    expect((await town.ask('POST', path, { token, body: {} })).status).toBe(403);
  });

  it.each(['comp', 'cancel', 'refund'] as const)('is done to somebody: %s', async (what) => {
    const nobody = { id: '01890000-0000-7000-8000-000000000000' };
    const bodies = {
      comp: { planId: desk.pro.id, until: desk.inDays(1) },
      cancel: { at: 'now' },
      refund: {},
    };
    expect((await desk.deed(nobody, what, bodies[what])).status).toBe(404);
  });
});

describe('A member whose telephone was stolen', () => {
  it('writes in and is signed out everywhere, at once; she signs in again as ever', async () => {
    const email = someAddress();
    const { accessToken: stolen, refreshToken, user } = await joinAs(town, email);
    const path = `/api/v1/admin/members/${user.id}/sessions`;
    expect((await town.ask('DELETE', path, { token: desk.token })).status).toBe(204);
    expect((await town.ask('GET', '/api/v1/me', { token: stolen })).status).toBe(401);
    const refreshed = await town.ask('POST', '/api/v1/auth/refresh', { body: { refreshToken } });
    expect(refreshed.status).toBe(401);
    const again = { email, password: goodPassword };
    expect((await town.ask('POST', '/api/v1/auth/login', { body: again })).status).toBe(200);
    expect(await desk.deedsOn({ ...user, token: stolen })).toEqual(['member.signed-out']);
  });
});
