/** Before a plan is changed, staff are told whom that touches: who holds it, at which price, until when. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MemberDesk, openMemberDesk } from '../support/member-desk.js';
import { Member } from '../support/member.js';
import { aYear, sell, someTrialMember } from '../support/town.js';

interface PlanMembers {
  total: number;
  states: Record<string, number>;
  complimentary: number;
  prices: { amount: number; onSale: boolean; members: number; seats: number }[];
  nextRenewals: { members: number; first: string | null; last: string | null };
  leaving: number;
  arriving: number;
}

let desk: MemberDesk;

beforeAll(async () => {
  desk = await openMemberDesk();
});

afterAll(() => desk.town.close());

async function membersOf(planId: string): Promise<PlanMembers> {
  const { status, body, text } = await desk.ask('GET', `/api/v1/admin/plans/${planId}/members`);
  expect(status, text).toBe(200);
  return body as PlanMembers;
}

describe('The members of a plan', () => {
  it('are none where nobody has bought it', async () => {
    expect(await membersOf(desk.paper.id)).toEqual({
      total: 0,
      states: { trialing: 0, active: 0, grace: 0, suspended: 0, paused: 0, blocked: 0 },
      complimentary: 0,
      prices: [],
      nextRenewals: { members: 0, first: null, last: null },
      leaving: 0,
      arriving: 0,
    });
  });

  it('are told by state and by the price that they keep, the newest first, and nobody who has left', async () => {
    const { town, pro, token } = desk;
    await someTrialMember(town, pro.yearly);
    const paid = await desk.someMember(pro);
    await town.pass(8 * 24 * 60 * 60);
    const dearer = await town.ask('PUT', `/api/v1/admin/plans/${pro.id}/price`, {
      token,
      body: { ...aYear, amount: 36_000 },
    });
    expect(dearer.status, dearer.text).toBe(200);
    const { prices } = dearer.body as { prices: { id: string }[] };
    await someTrialMember(town, prices[0]?.id ?? '');
    const given = await desk.someReader();
    await desk.deed(given, 'comp', { planId: pro.id, until: desk.inDays(60) });
    const left = await someTrialMember(town, prices[0]?.id ?? '');
    await desk.deed({ id: left.userId }, 'cancel', { at: 'now' });
    await desk.deed(paid, 'cancel', { at: 'period-end' });
    await town.mailbox();

    const found = await membersOf(pro.id);
    expect(found).toMatchObject({
      total: 4,
      states: { trialing: 1, active: 3 },
      complimentary: 1,
      leaving: 1,
      arriving: 0,
    });
    expect(found.prices).toMatchObject([
      { amount: 36_000, onSale: true, members: 1, seats: 1 },
      { amount: 30_000, onSale: false, members: 2, seats: 2 },
    ]);
    const { members, first, last } = found.nextRenewals;
    expect(members).toBe(2);
    expect(new Date(last ?? 0).getTime()).toBeGreaterThan(new Date(first ?? 0).getTime());
  });

  it('who come from another plan at the end of their period are told of the one that they come to', async () => {
    const { town, token, paper } = desk;
    const cheap = await sell(town, token, 'cheap', [{ ...aYear, amount: 10_000 }]);
    const member = await Member.of(town, paper.yearly);
    expect((await member.change(cheap.yearly)).status).toBe(200);
    await town.mailbox();
    expect(await membersOf(cheap.id)).toMatchObject({ total: 0, arriving: 1 });
    expect(await membersOf(paper.id)).toMatchObject({ total: 1, arriving: 0 });
  });

  it('of a plan that is not there are not told', async () => {
    const nowhere = '/api/v1/admin/plans/01890000-0000-7000-8000-000000000000/members';
    expect((await desk.ask('GET', nowhere)).status).toBe(404);
  });
});
