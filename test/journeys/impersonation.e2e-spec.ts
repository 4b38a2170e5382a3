/** Staff see what a reader sees: briefly, changing nothing, with a reason, and only while they are staff themselves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { goodPassword, joinAs, someAddress, type Tokens } from '../support/readers.js';
import {
  type PlanOnSale,
  type TestTown,
  publish,
  sellPro,
  startTestTown,
} from '../support/town.js';

let town: TestTown;
let admin: string;
let plan: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  plan = await sellPro(town, admin);
  await publish(town, admin, { slug: 'metered', gate: 'metered' });
  await publish(town, admin, { slug: 'registered', gate: 'registered' });
});

afterAll(() => town.close());

const impersonate = (id: string, token = admin, reason = 'She cannot open an article.') =>
  town.ask('POST', `/api/v1/admin/members/${id}/impersonate`, { token, body: { reason } });

async function asHer(id: string, token = admin): Promise<string> {
  const { status, body, text } = await impersonate(id, token);
  expect(status, text).toBe(200);
  expect(body).toEqual({ accessToken: expect.any(String) as string, expiresIn: 900 });
  return (body as { accessToken: string }).accessToken;
}

const see = (path: string, token: string) => town.ask('GET', path, { token });

interface OfHouse {
  id: string;
  email: string;
  token: string;
}

async function anotherAdmin(): Promise<OfHouse> {
  const email = someAddress('admin');
  const roles = ['admin' as const];
  const accounts = town.app.get(AccountAdminService, { strict: false });
  const { id } = await accounts.createStaff({ email, password: goodPassword, name: 'Ada', roles });
  const { body } = await town.ask('POST', '/api/v1/auth/login', {
    body: { email, password: goodPassword },
  });
  return { id, email, token: (body as { accessToken: string }).accessToken };
}

const usedBy = async ({ accessToken }: Tokens): Promise<unknown> =>
  ((await see('/api/v1/me', accessToken)).body as { meter: { used: number } }).meter.used;

describe('An admin who reads as a reader', () => {
  it('sees what she sees', async () => {
    const mira = await joinAs(town);
    const token = await asHer(mira.user.id);
    const [hers, seen] = [
      await see('/api/v1/me', mira.accessToken),
      await see('/api/v1/me', token),
    ];
    expect([seen.status, seen.text]).toEqual([200, hers.text]);
    const article = await see('/api/v1/articles/registered', token);
    expect(article.body).toMatchObject({ access: { granted: true } });
    expect((await see('/api/v1/me/membership', token)).status).toBe(200);
  });

  it('spends none of her allowance, and sees again what she has opened', async () => {
    const mira = await joinAs(town);
    const token = await asHer(mira.user.id);
    expect((await see('/api/v1/articles/metered', token)).body).toMatchObject({ bodyHtml: null });
    expect(await usedBy(mira)).toBe(0);
    await see('/api/v1/articles/metered', mira.accessToken);
    const again = await see('/api/v1/articles/metered', token);
    expect(again.body).toMatchObject({ access: { granted: true, via: 'meter' } });
    expect(await usedBy(mira)).toBe(1);
  });

  it('opens no gift', async () => {
    const giver = await joinAs(town);
    await town.ask('POST', `/api/v1/admin/members/${giver.user.id}/comp`, {
      token: admin,
      body: { planId: plan.id, until: '2099-01-01' },
    });
    const given = await town.ask('POST', '/api/v1/articles/metered/gifts', {
      token: giver.accessToken,
    });
    const { url, id } = given.body as { url: string; id: string };
    const mira = await joinAs(town);
    const link = `/api/v1/articles/metered${new URL(url).search}`;
    const opened = await see(link, await asHer(mira.user.id));
    expect(opened.body).toMatchObject({ bodyHtml: null });
    const { rows } = await town.app
      .get(Database)
      .pool.query('select 1 from gift_openings where "giftId" = $1', [id]);
    expect(rows).toEqual([]);
    expect((await see(link, mira.accessToken)).body).toMatchObject({ access: { via: 'gift' } });
  });

  it.each([
    ['GET', '/api/v1/me/sessions'],
    ['GET', '/api/v1/me/gifts'],
    ['GET', '/api/v1/admin/members'],
    ['GET', '/api/v1/admin/articles'],
    ['GET', '/api/v1/billing/checkout-sessions/cs_test_1'],
    ['PATCH', '/api/v1/me'],
    ['DELETE', '/api/v1/me'],
    ['POST', '/api/v1/auth/logout'],
    ['POST', '/api/v1/me/membership/cancel'],
    ['POST', '/api/v1/billing/checkout-sessions'],
    ['POST', '/api/v1/billing/portal-sessions'],
    ['POST', '/api/v1/articles/metered/gifts'],
  ])('is refused %s %s', async (method, path) => {
    const mira = await joinAs(town);
    const token = await asHer(mira.user.id);
    const { status, body } = await town.ask(method, path, {
      token,
      ...(method === 'GET' ? {} : { body: {} }),
    });
    expect([status, body]).toMatchObject([403, { code: 'auth/read-only' }]);
  });

  it('is nowhere among her sessions, and she is told nothing', async () => {
    const mira = await joinAs(town);
    const before = (await town.mailbox()).length;
    await asHer(mira.user.id);
    const { body } = await see('/api/v1/me/sessions', mira.accessToken);
    expect((body as { items: unknown[] }).items).toHaveLength(1);
    expect((await town.mailbox()).length).toBe(before);
  });

  it('is in the audit with the reason', async () => {
    const mira = await joinAs(town);
    await asHer(mira.user.id);
    const path = `/api/v1/admin/audit?subject=member&subjectId=${mira.user.id}`;
    expect((await see(path, admin)).body).toMatchObject({
      items: [{ action: 'member.impersonated', detail: { reason: 'She cannot open an article.' } }],
    });
  });
});

describe('Reading as her ends', () => {
  const statusOf = async (token: string): Promise<number> =>
    (await see('/api/v1/me', token)).status;

  it('when she is banned', async () => {
    const mira = await joinAs(town);
    const token = await asHer(mira.user.id);
    await town.ask('POST', `/api/v1/admin/members/${mira.user.id}/ban`, {
      token: admin,
      body: { reason: 'Spam.' },
    });
    expect(await statusOf(token)).toBe(401);
  });

  it('when the admin is banned', async () => {
    const [mira, ada] = [await joinAs(town), await anotherAdmin()];
    const token = await asHer(mira.user.id, ada.token);
    await town.ask('POST', `/api/v1/admin/members/${ada.id}/ban`, {
      token: admin,
      body: { reason: 'Left in anger.' },
    });
    expect(await statusOf(token)).toBe(401);
  });

  it('when the admin is none any more', async () => {
    const [mira, ada] = [await joinAs(town), await anotherAdmin()];
    const token = await asHer(mira.user.id, ada.token);
    await town.app.get(AccountAdminService, { strict: false }).grantRoles(ada.email, ['editor']);
    expect(await statusOf(token)).toBe(401);
  });

  it('when the admin signs out', async () => {
    const [mira, ada] = [await joinAs(town), await anotherAdmin()];
    const token = await asHer(mira.user.id, ada.token);
    await town.ask('POST', '/api/v1/auth/logout', { token: ada.token, body: {} });
    expect(await statusOf(token)).toBe(401);
    expect(await statusOf(mira.accessToken)).toBe(200);
  });
});

describe('Nobody reads as', () => {
  it('a member of staff, not even an admin as an author', async () => {
    const me = (await see('/api/v1/me', await town.staff('author'))).body as { id: string };
    const { status, body } = await impersonate(me.id);
    expect([status, body]).toMatchObject([409, { code: 'members/is-staff' }]);
  });

  it('somebody who is banned', async () => {
    const mira = await joinAs(town);
    await town.ask('POST', `/api/v1/admin/members/${mira.user.id}/ban`, {
      token: admin,
      body: { reason: 'Spam.' },
    });
    expect((await impersonate(mira.user.id)).body).toMatchObject({ code: 'members/is-banned' });
  });

  it('somebody who is gone, or was never there', async () => {
    const mira = await joinAs(town);
    await town.ask('DELETE', `/api/v1/admin/members/${mira.user.id}`, { token: admin });
    expect((await impersonate(mira.user.id)).body).toMatchObject({ code: 'members/is-deleted' });
    const nobody = '01890000-0000-7000-8000-000000000000';
    expect((await impersonate(nobody)).status).toBe(404);
  });

  it('anybody without saying why', async () => {
    const mira = await joinAs(town);
    expect((await impersonate(mira.user.id, admin, '  ')).status).toBe(422);
  });

  it('anybody as an editor', async () => {
    const mira = await joinAs(town);
    expect((await impersonate(mira.user.id, await town.staff('editor'))).status).toBe(403);
  });

  it('anybody after ten minutes without a new proof', async () => {
    const [mira, ada] = [await joinAs(town), await anotherAdmin()];
    town.advance(600);
    const { status, body } = await impersonate(mira.user.id, ada.token);
    expect([status, body]).toMatchObject([403, { code: 'auth/fresh-proof-required' }]);
    await town.ask('POST', '/api/v1/me/proof', {
      token: ada.token,
      body: { password: goodPassword },
    });
    expect((await impersonate(mira.user.id, ada.token)).status).toBe(200);
  });
});
