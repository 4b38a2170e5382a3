/** Accounts that staff delete: a member's who asks for it by letter, and never the last admin's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/api.js';
import { keptAtStripe, payingMember } from '../support/leaving.js';
import { customerOf } from '../support/member.js';
import { proveFreshly } from '../support/readers.js';
import { type PlanOnSale, type TestTown, sellPro, startTestTown } from '../support/town.js';

let town: TestTown;
let admin: string;
let plan: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  plan = await sellPro(town, admin);
});

afterAll(() => town.close());

describe('An admin', () => {
  const remove = (id: string, token = admin): Promise<Answer> =>
    town.ask('DELETE', `/api/v1/admin/members/${id}`, { token });

  it('deletes a member who asks for it by letter, once', async () => {
    const reader = await payingMember(town, plan.yearly);
    const customer = customerOf(town, reader.user.id);
    expect((await remove(reader.user.id)).status).toBe(204);
    expect((await remove(reader.user.id)).status).toBe(204);
    await town.mailbox();
    expect(await keptAtStripe(town, customer)).toEqual({ isDeleted: true, statuses: ['canceled'] });
    const again = await town.ask('POST', `/api/v1/admin/members/${reader.user.id}/comp`, {
      token: admin,
      body: { planId: plan.id, until: '2100-01-01' },
    });
    expect(again.body).toMatchObject({ code: 'members/account-deleted' });
  });

  it('deletes nobody who is not there', async () => {
    expect((await remove('01890000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it('is not deleted as the last one, by whomever', async () => {
    const { body } = await town.ask('GET', '/api/v1/me', { token: admin });
    const { id, email } = body as { id: string; email: string };
    await proveFreshly(town, admin);
    const [mine, official] = [
      await town.ask('DELETE', '/api/v1/me', { token: admin, body: { confirm: email } }),
      await remove(id),
    ];
    for (const answer of [mine, official]) {
      expect([answer.status, answer.body]).toMatchObject([409, { code: 'auth/last-admin' }]);
    }
  });

  it('stays when all of them leave at once', async () => {
    const second = await town.staff('admin');
    const me = async (token: string) =>
      (await town.ask('GET', '/api/v1/me', { token })).body as { id: string };
    const [first, other] = [await me(admin), await me(second)];
    const answers = await Promise.all([remove(first.id, admin), remove(other.id, second)]);
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([204, 409]);
    if (answers[0]?.status === 204) admin = second;
  });
});
