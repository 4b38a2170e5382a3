/** Search engines come by: those that prove who they are, and those that only say so. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NameServer, startNameServer } from '../support/dns-server.js';
import { Machines, userAgents } from '../support/machines.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, publish, startTestTown } from '../support/town.js';

let names: NameServer;
let lists: string;
let town: TestTown;
let admin: string;

let machines: Machines;

const { googlebot, duckduckbot, gptbot, chrome } = userAgents;
const set = (settings: object) => machines.set(settings);
const come: Machines['come'] = (...visit) => machines.come(...visit);

beforeAll(async () => {
  names = await startNameServer();
  lists = await mkdtemp(join(tmpdir(), 'crawler-lists-'));
  await writeList('duckduckbot.json', { ipv4Prefix: '203.0.113.128/25' });
  town = await startTestTown({
    TRUST_PROXY: 'loopback',
    DNS_SERVERS: names.address,
    CRAWLER_LISTS: lists,
  });
  admin = await town.staff('admin');
  machines = new Machines(town, admin);
  await publish(town, admin, { slug: 'members', gate: 'members' });
  await publish(town, admin, { slug: 'open', gate: 'public' });
});
afterAll(async () => {
  await town.close();
  names.close();
  await rm(lists, { recursive: true });
});

function writeList(name: string, ...prefixes: object[]): Promise<void> {
  return writeFile(join(lists, name), JSON.stringify({ prefixes }));
}

/** Whether it got the text behind the cut, from the API and from the page alike. */
async function readsAll(userAgent: string, address: string): Promise<boolean> {
  const answer = await come('/api/v1/articles/members', userAgent, address);
  const page = await come('/articles/members', userAgent, address);
  const isRead = answer.text.includes('Hidden behind');
  expect(page.text.includes('Hidden behind')).toBe(isRead);
  return isRead;
}

describe('An admin says what machines may have', () => {
  const path = '/api/v1/admin/settings/machines';

  it('and before she does, search engines get what everybody gets and AI crawlers may come', async () => {
    const { body } = await town.ask('GET', path, { token: admin });
    expect(body).toEqual({ searchEnginesReadAll: false, aiCrawlers: 'allowed' });
  });

  it('and it is written down who said so', async () => {
    await set({ aiCrawlers: 'licensed' });
    const { body } = await town.ask('GET', path, { token: admin });
    expect(body).toEqual({ searchEnginesReadAll: false, aiCrawlers: 'licensed' });
    const audit = await town.ask('GET', '/api/v1/admin/audit', { token: admin });
    expect(audit.text).toContain('"subjectId":"machines"');
  });

  it.each([{}, { searchEnginesReadAll: 'yes', aiCrawlers: 'allowed' }, { aiCrawlers: 'blocked' }])(
    'and %j is not understood',
    async (body) => {
      expect((await town.ask('PUT', path, { token: admin, body })).status).toBe(422);
    },
  );

  it('and an editor says nothing of it', async () => {
    const token = await town.staff('editor');
    expect((await town.ask('GET', path, { token })).status).toBe(403);
  });
});

describe('A search engine', () => {
  const address = '66.249.66.1';
  const name = 'crawl-66-249-66-1.googlebot.com';

  beforeAll(() => {
    names.zone.PTR['1.66.249.66.in-addr.arpa'] = [name];
    names.zone.A[name] = ['66.249.66.9', address];
  });

  it('gets what everybody gets while nobody has said more, and costs no look', async () => {
    await set({});
    expect(await readsAll(googlebot, address)).toBe(false);
    expect(names.asked).toEqual([]);
  });

  it('reads it all once it may and its name leads back to it; nobody keeps a copy', async () => {
    await set({ searchEnginesReadAll: true });
    expect(await readsAll(googlebot, address)).toBe(true);
    const { headers, body } = await come('/api/v1/articles/members', googlebot, address);
    expect(body).toMatchObject({ access: { granted: true, via: 'crawler', denial: null } });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-robots-tag')).toBe('noarchive');
    expect(headers.get('etag')).toBeNull();
  });

  it('is told which part of the page is not free, as everybody is', async () => {
    const page = await come('/articles/members', googlebot, address);
    expect(page.text).toContain('<p>In front.</p><div class="paywall"><p>Hidden behind');
    const metadata = /<script type="application\/ld\+json">[^<]*<\/script>/;
    const stranger = await come('/articles/members', chrome);
    expect(metadata.exec(page.text)?.[0]).toBe(metadata.exec(stranger.text)?.[0]);
  });

  it('is looked at once for many visits', async () => {
    expect(names.asked.filter((question) => question.startsWith('PTR'))).toHaveLength(1);
    town.advance(59 * 60);
    await readsAll(googlebot, address);
    expect(names.asked.filter((question) => question.startsWith('PTR'))).toHaveLength(1);
    town.advance(2 * 60);
    expect(await readsAll(googlebot, address)).toBe(true);
    expect(names.asked.filter((question) => question.startsWith('PTR'))).toHaveLength(2);
  });

  it('comes over IPv6 as well', async () => {
    const nibbles = '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.1.0.8.4.0.6.8.4.1.0.0.2.ip6.arpa';
    names.zone.PTR[nibbles] = ['crawl-6.googlebot.com'];
    names.zone.AAAA['crawl-6.googlebot.com'] = ['2001:4860:4801:10:0:0:0:1'];
    expect(await readsAll(googlebot, '2001:4860:4801:10::1')).toBe(true);
  });

  it('proves itself by the list that it publishes, and only as itself', async () => {
    expect(await readsAll(duckduckbot, '203.0.113.200')).toBe(true);
    expect(await readsAll(duckduckbot, '203.0.113.1')).toBe(false);
    expect(await readsAll(googlebot, '203.0.113.201')).toBe(false);
  });

  it('gets nothing that is not published', async () => {
    const draft = { slug: 'draft', title: 'Draft', bodyHtml: '<p>Hidden behind the desk.</p>' };
    await town.ask('POST', '/api/v1/admin/articles', { token: admin, body: draft });
    const answer = await come('/articles/draft', googlebot, address);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('Hidden');
  });
});

describe('Somebody who only says to be a search engine', () => {
  beforeAll(() => set({ searchEnginesReadAll: true }));

  it.each([
    ['whose address has no name', '192.0.2.1', [], {}],
    ['whose name is another’s', '192.0.2.2', ['crawl-1.googlebot.com'], {}],
    [
      'whose name leads to another address',
      '192.0.2.3',
      ['crawl-2.googlebot.com'],
      { 'crawl-2.googlebot.com': ['66.249.66.2'] },
    ],
    [
      'whose name only ends like the engine’s',
      '192.0.2.4',
      ['crawl.evilgooglebot.com'],
      { 'crawl.evilgooglebot.com': ['192.0.2.4'] },
    ],
    [
      'who rents a machine from the engine’s owner',
      '192.0.2.5',
      ['5.2.0.192.bc.googleusercontent.com'],
      { '5.2.0.192.bc.googleusercontent.com': ['192.0.2.5'] },
    ],
    [
      'who lets the engine’s translator fetch the page',
      '192.0.2.6',
      ['google-proxy-192-0-2-6.google.com'],
      { 'google-proxy-192-0-2-6.google.com': ['192.0.2.6'] },
    ],
    [
      'who is another engine',
      '192.0.2.7',
      ['msnbot-1.search.msn.com'],
      { 'msnbot-1.search.msn.com': ['192.0.2.7'] },
    ],
  ] as const)('%s reads no more than a stranger', async (_, address, ptr, leads) => {
    names.zone.PTR[`${address.split('.').toReversed().join('.')}.in-addr.arpa`] = [...ptr];
    for (const [name, addresses] of Object.entries(leads)) names.zone.A[name] = [...addresses];
    expect(await readsAll(googlebot, address)).toBe(false);
    const { body } = await come('/api/v1/articles/members', googlebot, address);
    expect(body).toMatchObject({ access: { granted: false, denial: 'sign-in-required' } });
  });

  it('is not believed while the name system is silent; that passes soon', async () => {
    const address = '66.249.66.3';
    names.zone.PTR['3.66.249.66.in-addr.arpa'] = ['crawl-3.googlebot.com'];
    names.zone.A['crawl-3.googlebot.com'] = [address];
    names.isSilent = true;
    expect(await readsAll(googlebot, address)).toBe(false);
    names.isSilent = false;
    town.advance(61);
    expect(await readsAll(googlebot, address)).toBe(true);
  });

  it('reads no more for saying to be an AI crawler as well', async () => {
    expect(await readsAll(`${googlebot} ${gptbot}`, '192.0.2.50')).toBe(false);
  });

  it('makes nobody else wait for a look: readers cost none', async () => {
    const before = names.asked.length;
    await readsAll(chrome, '192.0.2.99');
    const { accessToken: token } = await joinAs(town);
    await come('/api/v1/articles/members', googlebot, '192.0.2.98', { token });
    expect(names.asked).toHaveLength(before);
  });
});

// Another application is started here, and the tokens of the first one hold no more.

describe('An address that nobody trusted has said', () => {
  it('is none: who comes straight to us is who she is', async () => {
    const direct = await startTestTown({ DNS_SERVERS: names.address });
    try {
      const token = await direct.staff('admin');
      await publish(direct, token, { slug: 'members', gate: 'members' });
      const body = { searchEnginesReadAll: true, aiCrawlers: 'allowed' };
      await direct.ask('PUT', '/api/v1/admin/settings/machines', { token, body });
      const headers = { 'user-agent': googlebot, 'x-forwarded-for': '66.249.66.1' };
      const answer = await direct.ask('GET', '/api/v1/articles/members', { headers });
      expect(answer.body).toMatchObject({ bodyHtml: null });
    } finally {
      await direct.close();
    }
  });
});
