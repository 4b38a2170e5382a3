/** A library opens the paper to its readers: by the network they come from, or by their proven address. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdjustableClock } from '../../src/platform/clock/adjustable-clock.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import type { Answer, Ask } from '../support/api.js';
import { type ReadingAnswer, compedMember, give, giftPath, someReader } from '../support/gifts.js';
import { someAddress } from '../support/readers.js';
import { type PlanOnSale, type TestTown, publish, sell, startTestTown } from '../support/town.js';
import { Visitor, wordsOf } from '../support/visitor.js';

const day = 24 * 60 * 60 * 1000;
const path = '/api/v1/admin/institutions';

let town: TestTown;
let admin: string;
let plan: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown({ TRUST_PROXY: '127.0.0.1,10.0.0.0/8' });
  admin = await town.staff('admin');
  plan = await sell(town, admin, 'pro', []);
  for (const slug of ['one', 'two']) await publish(town, admin, { slug, gate: 'members' });
  await publish(town, admin, { slug: 'metered', gate: 'metered' });
  await publish(town, admin, { slug: 'public', gate: 'public' });
});

afterAll(() => town.close());

interface InstitutionAnswer {
  id: string;
  name: string;
  networks: string[];
  emailDomains: string[];
  startsAt: string;
  endsAt: string;
}

const now = (): Date => town.app.get(Clock).now();
const inDays = (days: number): string => new Date(now().getTime() + days * day).toISOString();

const ask = (method: string, where: string, body?: object): Promise<Answer> =>
  town.ask(method, where, { token: admin, body });

async function sign(draft: object): Promise<InstitutionAnswer> {
  const body = { name: 'City Library', endsAt: inDays(365), ...draft };
  const { status, body: answer, text } = await ask('POST', path, body);
  if (status !== 201) throw new Error(`The institution was not made: ${text}`);
  return answer as InstitutionAnswer;
}

/** Opens an article as from this address, behind our proxy. */
async function openFrom(
  address: string,
  slug = 'one',
  { headers = {}, ...options }: Ask = {},
): Promise<ReadingAnswer['access']> {
  const answer = await town.ask('GET', `/api/v1/articles/${slug}`, {
    ...options,
    headers: { 'x-forwarded-for': address, ...headers },
  });
  const { bodyHtml, access } = answer.body as ReadingAnswer;
  expect(bodyHtml?.includes('behind the wall') ?? false).toBe(access.granted);
  return access;
}

async function usageOf({ id }: InstitutionAnswer, query = '') {
  const { body } = await ask('GET', `${path}/${id}/usage${query}`);
  return body as { total: number; days: object[]; articles: object[] };
}

describe('A reader who comes through an institution', () => {
  it('reads as from its networks, of either family, and is told through whom', async () => {
    await sign({ networks: ['203.0.113.0/24', '2001:db8::/32'] });
    const through = { granted: true, via: 'institution', institution: 'City Library' };
    for (const address of [
      '203.0.113.7',
      '203.0.113.7:51234',
      '::ffff:203.0.113.7',
      '2001:db8:7::1',
      '[2001:db8:7::1]:443',
    ]) {
      expect(await openFrom(address), address).toMatchObject(through);
    }
    expect(await openFrom('203.0.113.7', 'metered')).toMatchObject({ ...through, meter: null });
    for (const address of ['203.0.114.7', '203.0.114.7:203', '2001:db9::1', 'unknown']) {
      const { granted, institution } = await openFrom(address);
      expect([granted, institution], address).toEqual([false, null]);
    }
  });

  it('is given pages that nobody keeps, which say so', async () => {
    const page = await new Visitor(town.url).open('/articles/one', {
      'x-forwarded-for': '203.0.113.7',
    });
    expect(wordsOf(page.html)).toContain('You are reading through City Library');
    expect(page.html).toContain('behind the wall');
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    const stranger = await new Visitor(town.url).open('/articles/one');
    expect(stranger.html).not.toContain('City Library');
  });

  it('is known by her address alone as our own proxy says it', async () => {
    await sign({ name: 'Near', networks: ['198.51.100.0/24'] });
    expect((await openFrom('198.51.100.4, 10.1.1.1')).via).toBe('institution');
    // She wrote this herself; the last that our proxies saw is what counts.
    expect((await openFrom('198.51.100.4, 192.0.2.1')).granted).toBe(false);
    for (const header of ['x-real-ip', 'forwarded', 'cf-connecting-ip', 'true-client-ip']) {
      const value = header === 'forwarded' ? 'for=198.51.100.4' : '198.51.100.4';
      const access = await openFrom('192.0.2.1', 'one', { headers: { [header]: value } });
      expect(access.granted, header).toBe(false);
    }
  });

  it('reads from anywhere with a proven address of its domain, and of that alone', async () => {
    await sign({ name: 'School', networks: [], emailDomains: ['school.example'] });
    const pupil = await someReader(town, someAddress().replace(/@.*/, '@school.example'));
    const access = await openFrom('192.0.2.1', 'one', { token: pupil.token });
    expect(access).toMatchObject({ via: 'institution', institution: 'School' });
    for (const domain of [
      'mail.school.example',
      'school.example.evil.example',
      'myschool.example',
    ]) {
      const other = await someReader(town, someAddress().replace(/@.*/, `@${domain}`));
      expect((await openFrom('192.0.2.1', 'one', { token: other.token })).granted).toBe(false);
    }
  });

  it('reads before anything that would be spent, and after what she has herself', async () => {
    const member = await compedMember(town, admin, plan.id);
    const gift = await give(town, member.token, 'one');
    const slug = giftPath(gift).replace('/api/v1/articles/', '');
    expect((await openFrom('203.0.113.7', slug)).via).toBe('institution');
    expect((await openFrom('203.0.113.7', 'one', { token: member.token })).via).toBe('membership');
    expect((await openFrom('203.0.113.7', 'public')).via).toBe('public');
    const { body } = await town.ask('GET', '/api/v1/me/gifts', { token: member.token });
    expect(body).toMatchObject({ items: [{ opened: 0 }] });
  });
});

describe('An institution', () => {
  it('opens from its first millisecond to the last before its end', async () => {
    const clock = town.app.get(Clock) as AdjustableClock;
    const present = clock.now();
    const networks = ['192.0.2.128/25'];
    const { startsAt, endsAt } = await sign({ networks, startsAt: inDays(10), endsAt: inDays(20) });
    const opensAt = async (instant: number): Promise<boolean> => {
      clock.setTo(new Date(instant));
      return (await openFrom('192.0.2.200')).granted;
    };
    try {
      expect(await opensAt(Date.parse(startsAt) - 2_000)).toBe(false);
      expect(await opensAt(Date.parse(startsAt))).toBe(true);
      expect(await opensAt(Date.parse(endsAt) - 2_000)).toBe(true);
      expect(await opensAt(Date.parse(endsAt))).toBe(false);
    } finally {
      clock.setTo(present);
    }
  });

  it('that is ended, or loses a network, opens nothing at the next request', async () => {
    const { id } = await sign({ networks: ['100.64.0.0/16', '100.65.0.0/16'] });
    const granted = async (address: string) => (await openFrom(address)).granted;
    expect([await granted('100.64.0.1'), await granted('100.65.0.1')]).toEqual([true, true]);
    await ask('PATCH', `${path}/${id}`, { networks: ['100.64.0.0/16'] });
    expect([await granted('100.64.0.1'), await granted('100.65.0.1')]).toEqual([true, false]);
    const ended = await ask('PATCH', `${path}/${id}`, {
      startsAt: inDays(-2),
      endsAt: now().toISOString(),
    });
    expect([ended.status, await granted('100.64.0.1')]).toEqual([200, false]);
  });

  it('that another process has ended opens nothing, also before the news of it is here', async () => {
    const { id } = await sign({ networks: ['100.66.0.0/16'] });
    expect((await openFrom('100.66.0.1')).granted).toBe(true);
    const { pool } = town.app.get(Database);
    await pool.query('update institutions set "endsAt" = $2 where id = $1', [id, now()]);
    expect((await openFrom('100.66.0.1')).granted).toBe(false);
  });

  it('is told how much was read, and what, and nothing of who read', async () => {
    const institution = await sign({ networks: ['172.20.0.0/16'] });
    const reader = await someReader(town);
    for (let reads = 0; reads < 3; reads += 1) await openFrom('172.20.0.9', 'one');
    await openFrom('172.20.0.9', 'two', { token: reader.token });
    await openFrom('172.20.0.9', 'public');
    const prefetch = { headers: { 'sec-purpose': 'prefetch' } };
    expect((await openFrom('172.20.0.9', 'two', prefetch)).granted).toBe(true);
    const head = { headers: { 'x-forwarded-for': '172.20.0.9' } };
    await town.ask('HEAD', '/api/v1/articles/two', head);
    const today = now().toISOString().slice(0, 10);
    expect(await usageOf(institution)).toEqual({
      from: inDays(-29).slice(0, 10),
      to: today,
      total: 4,
      days: [{ day: today, reads: 4 }],
      articles: [
        { slug: 'one', title: 'The story of one', reads: 3 },
        { slug: 'two', title: 'The story of two', reads: 1 },
      ],
    });
    expect(await usageOf(institution, '?from=2026-01-01&to=2026-01-31')).toMatchObject({
      total: 0,
      days: [],
      articles: [],
    });
    for (const wrong of ['?from=2026-02-30', '?from=2026-02-02&to=2026-02-01', '?since=1']) {
      expect((await ask('GET', `${path}/${institution.id}/usage${wrong}`)).status).toBe(400);
    }
  });

  it('counts every read, however many come at once', async () => {
    const institution = await sign({ networks: ['172.21.0.0/16'] });
    await Promise.all(Array.from({ length: 20 }, () => openFrom('172.21.0.9')));
    expect((await usageOf(institution)).total).toBe(20);
  });
});

describe('Staff', () => {
  it('see what they signed as it is kept, and change what they give', async () => {
    const draft = {
      name: 'University',
      networks: ['198.18.5.9/15', '2001:DB8:1::/48', '192.0.2.1'],
      emailDomains: ['University.Example'],
    };
    const made = await sign(draft);
    expect(made).toMatchObject({
      name: 'University',
      networks: ['198.18.0.0/15', '2001:db8:1::/48', '192.0.2.1/32'],
      emailDomains: ['university.example'],
    });
    expect((await ask('GET', `${path}/${made.id}`)).body).toEqual(made);
    const { body } = await ask('PATCH', `${path}/${made.id}`, { name: 'The University' });
    expect(body).toMatchObject({ name: 'The University', networks: made.networks });
    const { items, nextCursor } = (await ask('GET', `${path}?limit=1`)).body as {
      items: object[];
      nextCursor: string;
    };
    expect(items).toMatchObject([{ id: made.id, name: 'The University' }]);
    const next = (await ask('GET', `${path}?limit=1&cursor=${nextCursor}`)).body;
    expect(next).not.toMatchObject({ items: [{ id: made.id }] });
    const audit = `/api/v1/admin/audit?subject=institution&subjectId=${made.id}`;
    expect((await ask('GET', audit)).body).toMatchObject({
      items: [{ action: 'institution.edited' }, { action: 'institution.created' }],
    });
  });

  it.each([
    ['networks', { networks: ['library.example'] }],
    ['networks', { networks: ['0.0.0.0/0'] }],
    ['networks', { networks: ['::/0'] }],
    ['networks', { networks: [], emailDomains: [] }],
    ['emailDomains', { emailDomains: ['gmail.com'] }],
    ['emailDomains', { emailDomains: ['ada@library.example'] }],
    ['endsAt', { networks: ['192.0.2.0/24'], endsAt: '2020-01-01' }],
    ['endsAt', { networks: ['192.0.2.0/24'], endsAt: null }],
    ['name', { networks: ['192.0.2.0/24'], name: ' ' }],
  ])('are told what is wrong with %s in %o', async (field, draft) => {
    const body = { name: 'Wrong', endsAt: inDays(1), ...draft };
    const answer = await ask('POST', path, body);
    expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ field }] }]);
  });

  it('may not leave one without anybody, or change one that is not there', async () => {
    const { id } = await sign({ networks: ['192.0.2.0/28'] });
    expect((await ask('PATCH', `${path}/${id}`, { networks: [] })).status).toBe(422);
    const unknown = `${path}/01999999-0000-7000-8000-000000000000`;
    expect((await ask('PATCH', unknown, { name: 'x' })).status).toBe(404);
    expect((await ask('GET', `${unknown}/usage`)).status).toBe(404);
  });

  it('need to be admins', async () => {
    const editor = await town.staff('editor');
    expect((await town.ask('GET', path, { token: editor })).status).toBe(403);
  });
});

describe('Without a trusted proxy', () => {
  it('a reader’s word on where she comes from counts nothing', async () => {
    const open = await startTestTown();
    try {
      const token = await open.staff('admin');
      await publish(open, token, { slug: 'one', gate: 'members' });
      const networks = ['203.0.113.0/24'];
      const body = { name: 'City Library', networks, endsAt: inDays(1) };
      expect((await open.ask('POST', path, { token, body })).status).toBe(201);
      const headers = { 'x-forwarded-for': '203.0.113.7' };
      const answer = await open.ask('GET', '/api/v1/articles/one', { headers });
      expect(answer.body).toMatchObject({ bodyHtml: null, access: { granted: false } });
    } finally {
      await open.close();
    }
  });
});
