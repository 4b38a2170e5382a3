/** Admins say who belongs to the staff: it counts at the next request, is written down, and leaves an admin. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodPassword, joinAs, lastMailTo, proveFreshly } from '../support/readers.js';
import { type TestTown, publish, startTestTown } from '../support/town.js';
import { Visitor } from '../support/visitor.js';

let town: TestTown;
let admin: string;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
});
afterAll(() => town.close());

const put = (id: string, roles: unknown, token = admin) =>
  town.ask('PUT', `/api/v1/admin/members/${id}/roles`, { token, body: { roles } });

const desk = (token: string) => town.ask('GET', '/api/v1/admin/articles', { token });

const idOf = async (token: string) =>
  ((await town.ask('GET', '/api/v1/me', { token })).body as { id: string }).id;

describe('An admin', () => {
  it('makes somebody an editor, who is one at her next request, and takes it back', async () => {
    const { accessToken, user } = await joinAs(town);
    expect((await desk(accessToken)).status).toBe(403);
    const made = await put(user.id, ['editor']);
    expect([made.status, made.body]).toMatchObject([200, { id: user.id, roles: ['editor'] }]);
    expect((await desk(accessToken)).status).toBe(200);
    const mail = await lastMailTo(town, user.email);
    expect(mail.text).toContain('You are an editor');

    expect((await put(user.id, [])).body).toMatchObject({ roles: [] });
    expect((await desk(accessToken)).status).toBe(403);
    expect((await lastMailTo(town, user.email)).text).toContain('You are a reader');
  });

  it('leaves a trace of what was and what is', async () => {
    const { user } = await joinAs(town);
    await put(user.id, ['author']);
    await put(user.id, ['editor']);
    const { body } = await town.ask('GET', '/api/v1/admin/audit?limit=1', { token: admin });
    expect(body).toMatchObject({
      items: [
        {
          action: 'member.roles-changed',
          subjectId: user.id,
          before: { roles: 'author' },
          after: { roles: 'editor' },
        },
      ],
    });
  });

  it('shows first that it is her', async () => {
    const { user } = await joinAs(town);
    town.advance(10 * 60);
    const early = await put(user.id, ['admin']);
    expect([early.status, early.body]).toMatchObject([403, { code: 'auth/fresh-proof-required' }]);
    await proveFreshly(town, admin);
    expect((await put(user.id, ['author'])).status).toBe(200);
  });

  it('stays, where she is the last', async () => {
    const refused = await put(await idOf(admin), ['editor']);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'auth/last-admin' }]);
  });

  it('is not banned, where she is the last', async () => {
    const path = `/api/v1/admin/members/${await idOf(admin)}/ban`;
    const banned = await town.ask('POST', path, { token: admin, body: { reason: 'a slip' } });
    expect([banned.status, banned.body]).toMatchObject([409, { code: 'auth/last-admin' }]);
    expect((await desk(admin)).status).toBe(200);
  });

  it('stays one, when the last two demote each other at the same moment', async () => {
    const other = await town.staff('admin');
    const [mine, hers] = [await idOf(admin), await idOf(other)];
    const answers = await Promise.all([put(hers, []), put(mine, [], other)]);
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses[0]).toBe(200);
    expect([403, 409]).toContain(statuses[1]);
    const { body } = await town.ask('GET', '/api/v1/admin/members?role=admin', {
      token: answers[0]?.status === 200 ? admin : other,
    });
    expect((body as { items: unknown[] }).items).toHaveLength(1);
    if (answers[0]?.status !== 200) admin = other;
  });

  it('names roles that there are, and nobody who is not there', async () => {
    const { user } = await joinAs(town);
    for (const roles of [['owner'], 'admin', ['author', 'author'], null, [null], {}]) {
      expect((await put(user.id, roles)).status).toBe(422);
    }
    expect((await put('01890000-0000-7000-8000-000000000000', [])).status).toBe(404);
  });
});

describe('Whoever is no admin', () => {
  it('gives roles to nobody, least of all to herself', async () => {
    const reader = await joinAs(town);
    for (const token of [reader.accessToken, await town.staff('editor')]) {
      expect((await put(reader.user.id, ['admin'], token)).status).toBe(403);
    }
  });
});

describe('A role that is taken away', () => {
  it('is gone on the pages at the next request, too', async () => {
    await publish(town, admin, { slug: 'for-members', gate: 'members' });
    const { user } = await joinAs(town);
    const browser = new Visitor(town.url);
    await browser.signIn(user.email, goodPassword);
    const reads = async () =>
      (await browser.open('/articles/for-members')).html.includes('Hidden behind');
    expect(await reads()).toBe(false);
    await put(user.id, ['editor']);
    expect(await reads()).toBe(true);
    await put(user.id, []);
    expect(await reads()).toBe(false);
  });
});
