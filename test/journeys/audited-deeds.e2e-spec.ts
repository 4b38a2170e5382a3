/** Whatever staff change leaves an entry in the audit: every staff route that changes something is tried here. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SaidAloud } from '../leaks/said-aloud.js';
import { servedRoutes } from '../leaks/served-routes.js';
import type { Answer } from '../support/api.js';
import { bring } from '../support/csv.js';
import { type MemberDesk, openMemberDesk } from '../support/member-desk.js';

/** What changes nothing that anybody could ask after: the route, and why. */
const unaudited: Record<string, string> = {};

interface Entry {
  id: string;
  action: string;
  actorId: string | null;
  actor: { id: string; email: string } | null;
  address: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

let desk: MemberDesk;
let adminId: string;

beforeAll(async () => {
  desk = await openMemberDesk();
  adminId = ((await desk.ask('GET', '/api/v1/me')).body as { id: string }).id;
});

afterAll(() => desk.town.close());

const admin = (path: string): string => `/api/v1/admin/${path}`;
const ask = (method: string, path: string, body?: object): Promise<Answer> =>
  desk.ask(method, admin(path), body);
const word = (): string => `w${randomUUID().slice(0, 8)}`;

async function made(path: string, body: object): Promise<string> {
  const { status, body: answer, text } = await ask('POST', path, body);
  if (status !== 201) throw new Error(`${path}: ${text}`);
  return (answer as { id: string }).id;
}

const anArticle = (): Promise<string> =>
  made('articles', { title: word(), bodyHtml: '<p>In front.</p><!--paywall--><p>Behind.</p>' });
const anAuthor = (): Promise<string> => made('authors', { slug: word(), name: 'Ines Vega' });
const aSection = (): Promise<string> => made('sections', { slug: word(), name: 'Harbour' });
const aPlan = (): Promise<string> => made('plans', { slug: word(), name: 'Small' });
const anInstitution = (): Promise<string> =>
  made('institutions', { name: word(), emailDomains: [`${word()}.test`], endsAt: desk.inDays(30) });

async function aPublished(): Promise<string> {
  const id = await anArticle();
  await ask('POST', `articles/${id}/publish`);
  return id;
}

/** One that an article carries, which is its only one. */
async function aTag(): Promise<[tag: string, article: string]> {
  const name = `Night ${word()}`;
  const article = await made('articles', { title: word(), tags: [name] });
  const { body } = await ask('GET', 'tags?limit=100');
  const { items } = body as { items: { id: string; name: string }[] };
  return [items.find((tag) => tag.name === name)?.id ?? '', article];
}

/** Another slug leads to it from now on. @returns the one before */
async function aMoved(): Promise<[article: string, former: string]> {
  const id = await anArticle();
  const { body } = await ask('POST', `articles/${id}/publish`);
  const { slug, version } = body as { slug: string; version: number };
  await ask('PATCH', `articles/${id}`, { slug: word(), version });
  return [id, slug];
}

async function aPreview(): Promise<[article: string, preview: string]> {
  const article = await anArticle();
  return [article, await made(`articles/${article}/previews`, { hours: 1 })];
}

async function anEvent(): Promise<string> {
  await desk.someMember(desk.paper);
  const { body } = await ask('GET', 'webhook-events');
  return (body as { items: { id: string }[] }).items[0]?.id ?? '';
}

const meter = { anonymousLimit: 0, registeredLimit: 5, window: 'calendar-month' };
const member = async (): Promise<string> => (await desk.someReader()).id;

/** One way to do each, which succeeds. */
const deeds: Record<string, () => Promise<Answer>> = {
  'POST articles': () => ask('POST', 'articles', { title: word() }),
  'PATCH articles/:id': async () => ask('PATCH', `articles/${await anArticle()}`, edition()),
  'POST articles/:id/schedule': async () =>
    ask('POST', `articles/${await anArticle()}/schedule`, { publishAt: desk.inDays(1) }),
  'POST articles/:id/unschedule': async () => {
    const id = await anArticle();
    await ask('POST', `articles/${id}/schedule`, { publishAt: desk.inDays(1) });
    return ask('POST', `articles/${id}/unschedule`);
  },
  'POST articles/:id/revisions/:number/restore': async () => {
    const id = await anArticle();
    await ask('PATCH', `articles/${id}`, { title: 'Another', version: 1 });
    const restore = admin(`articles/${id}/revisions/1/restore`);
    return desk.ask('POST', restore, undefined, { 'if-match': '*' });
  },
  'POST articles/bulk': async () =>
    ask('POST', 'articles/bulk', { ids: [await anArticle()], action: 'publish' }),
  'DELETE articles/:id': async () => ask('DELETE', `articles/${await anArticle()}`),
  'POST articles/:id/publish': async () => ask('POST', `articles/${await anArticle()}/publish`),
  'POST articles/:id/unpublish': async () =>
    ask('POST', `articles/${await aPublished()}/unpublish`),
  'POST articles/:id/previews': async () =>
    ask('POST', `articles/${await anArticle()}/previews`, { hours: 1 }),
  'DELETE articles/:id/previews/:preview': async () => {
    const [article, preview] = await aPreview();
    return ask('DELETE', `articles/${article}/previews/${preview}`);
  },
  'DELETE articles/:id/former-slugs/:slug': async () => {
    const [id, slug] = await aMoved();
    return ask('DELETE', `articles/${id}/former-slugs/${slug}`);
  },
  'PATCH tags/:id': async () => ask('PATCH', `tags/${(await aTag())[0]}`, { name: 'Harbours' }),
  'POST tags/:id/merge': async () =>
    ask('POST', `tags/${(await aTag())[0]}/merge`, { into: (await aTag())[0] }),
  'DELETE tags/:id': async () => {
    const [tag, article] = await aTag();
    await ask('PATCH', `articles/${article}`, { tags: [], version: 1 });
    return ask('DELETE', `tags/${tag}`);
  },
  'DELETE authors/:id': async () => ask('DELETE', `authors/${await anAuthor()}`),
  'DELETE sections/:id': async () => ask('DELETE', `sections/${await aSection()}`),
  'POST authors': () => ask('POST', 'authors', { slug: word(), name: 'Ines Vega' }),
  'PATCH authors/:id': async () => ask('PATCH', `authors/${await anAuthor()}`, { name: 'I. Vega' }),
  'POST sections': () => ask('POST', 'sections', { slug: word(), name: 'Harbour' }),
  'PATCH sections/:id': async () => ask('PATCH', `sections/${await aSection()}`, { name: 'Quay' }),
  'POST plans': () => ask('POST', 'plans', { slug: word(), name: 'Small' }),
  'PATCH plans/:id': async () => ask('PATCH', `plans/${await aPlan()}`, { trialDays: 3 }),
  'PUT plans/:id/price': async () =>
    ask('PUT', `plans/${await aPlan()}/price`, { amount: 900, currency: 'usd', interval: 'month' }),
  'POST plans/:id/archive': async () => ask('POST', `plans/${await aPlan()}/archive`),
  'DELETE plans/:id': async () => ask('DELETE', `plans/${await aPlan()}`),
  'POST institutions': () =>
    ask('POST', 'institutions', {
      name: word(),
      emailDomains: [`${word()}.test`],
      endsAt: desk.inDays(30),
    }),
  'PATCH institutions/:id': async () =>
    ask('PATCH', `institutions/${await anInstitution()}`, { networks: ['192.0.2.0/24'] }),
  'PUT settings/meter': () => ask('PUT', 'settings/meter', meter),
  'PUT settings/gifts': () => ask('PUT', 'settings/gifts', { perMonth: 9, days: 9, openings: 9 }),
  'PUT settings/machines': () =>
    ask('PUT', 'settings/machines', { searchEnginesReadAll: true, aiCrawlers: 'licensed' }),
  'PUT settings/gates': () =>
    ask('PUT', 'settings/gates', { items: [{ section: null, kind: 'memo', gate: 'public' }] }),
  'DELETE members/:id/sessions': async () => ask('DELETE', `members/${await member()}/sessions`),
  'POST members/:id/ban': async () =>
    ask('POST', `members/${await member()}/ban`, { reason: 'Rude to Mrs Hill' }),
  'POST members/:id/unban': async () => {
    const id = await member();
    await ask('POST', `members/${id}/ban`, { reason: 'Rude to Mrs Hill' });
    return ask('POST', `members/${id}/unban`);
  },
  'POST members/:id/comp': async () =>
    ask('POST', `members/${await member()}/comp`, { planId: desk.pro.id, until: desk.inDays(9) }),
  'POST members/:id/extend': async () => {
    const id = await member();
    await ask('POST', `members/${id}/comp`, { planId: desk.pro.id, until: desk.inDays(9) });
    return ask('POST', `members/${id}/extend`, { until: desk.inDays(19) });
  },
  'POST members/import': () => bring(desk.town, desk.token, `email\n${word()}@readers.test\n`),
  'POST members/:id/cancel': async () =>
    ask('POST', `members/${(await desk.someMember(desk.paper)).id}/cancel`, { at: 'now' }),
  'POST members/:id/refund': async () =>
    ask('POST', `members/${(await desk.someMember(desk.paper)).id}/refund`, {}),
  'PUT members/:id/roles': async () =>
    ask('PUT', `members/${await member()}/roles`, { roles: ['author'] }),
  'PUT members/:id/labels': async () =>
    ask('PUT', `members/${await member()}/labels`, { labels: ['press-club'] }),
  'POST members/:id/notes': async () =>
    ask('POST', `members/${await member()}/notes`, { text: 'Was rude to Mrs Hill.' }),
  'DELETE members/:id/notes/:note': async () => {
    const id = await member();
    const note = await made(`members/${id}/notes`, { text: 'Was rude to Mrs Hill.' });
    return ask('DELETE', `members/${id}/notes/${note}`);
  },
  'POST members/:id/impersonate': async () =>
    ask('POST', `members/${await member()}/impersonate`, { reason: 'Sees no article' }),
  'DELETE members/:id': async () => ask('DELETE', `members/${await member()}`),
  'POST reconcile': () => ask('POST', 'reconcile'),
  'POST webhook-events/:id/retry': async () =>
    ask('POST', `webhook-events/${await anEvent()}/retry`),
};

const edition = (): object => ({ gate: 'public', slug: word(), version: 1 });

async function entries(): Promise<Entry[]> {
  const { body } = await ask('GET', `audit?limit=100&actorId=${adminId}`);
  return (body as { items: Entry[] }).items;
}

/** What a deed changed, for the routes whose changes are fields. */
const changes: Record<string, { before: object; after: object }> = {
  'PATCH articles/:id': { before: { gate: 'members' }, after: { gate: 'public' } },
  'POST articles/:id/publish': { before: { status: 'draft' }, after: { status: 'published' } },
  'POST articles/:id/unpublish': {
    before: { status: 'published' },
    after: { status: 'unpublished' },
  },
  'POST articles/:id/schedule': { before: { status: 'draft' }, after: { status: 'scheduled' } },
  'POST articles/:id/unschedule': { before: { status: 'scheduled' }, after: { status: 'draft' } },
  'POST articles/:id/revisions/:number/restore': { before: { title: 'Another' }, after: {} },
  'POST articles/bulk': { before: { status: 'draft' }, after: { status: 'published' } },
  'PUT members/:id/roles': { before: { roles: '' }, after: { roles: 'author' } },
  'PUT members/:id/labels': { before: { labels: '' }, after: { labels: 'press-club' } },
  'PATCH authors/:id': { before: { name: 'Ines Vega' }, after: { name: 'I. Vega' } },
  'PATCH sections/:id': { before: { name: 'Harbour' }, after: { name: 'Quay' } },
  'PATCH plans/:id': { before: { trialDays: 0 }, after: { trialDays: 3 } },
  'PUT plans/:id/price': { before: { price: null }, after: { price: '900 usd a month' } },
  'PATCH institutions/:id': { before: { networks: '' }, after: { networks: '192.0.2.0/24' } },
  'PUT settings/meter': { before: { registeredLimit: 3 }, after: { registeredLimit: 5 } },
  'PUT settings/machines': {
    before: { aiCrawlers: 'allowed' },
    after: { aiCrawlers: 'licensed' },
  },
  'PUT settings/gates': { before: {}, after: { '*/memo': 'public' } },
  'POST members/:id/ban': { before: { banned: false }, after: { banned: true } },
  'POST members/:id/unban': { before: { banned: true }, after: { banned: false } },
  'POST members/:id/comp': {
    before: { plan: null },
    after: { plan: expect.any(String) },
  },
};

describe('a deed of staff', () => {
  it('is one that this file knows, whatever route it is done by', () => {
    const server = desk.town.app.getHttpAdapter().getInstance();
    const changing = servedRoutes(server)
      .filter(({ method, address }) => address.startsWith(admin('')) && !isReading(method))
      .map(({ method, address }) => `${method} ${address.slice(admin('').length)}`);
    const known = [...Object.keys(deeds), ...Object.keys(unaudited)];
    expect(changing.toSorted()).toEqual(known.toSorted());
  });

  it.each(Object.entries(deeds))(
    '%s says who did it, from where, and what it changed',
    async (name, deed) => {
      const known = new Set((await entries()).map(({ id }) => id));
      const { status, text } = await deed();
      expect(status, text).toBeLessThan(300);
      const [entry] = (await entries()).filter(({ id }) => !known.has(id));
      expect(entry).toMatchObject({
        actorId: adminId,
        actor: { id: adminId, email: expect.stringContaining('@') },
        address: '127.0.0.1',
        ...changes[name],
      });
    },
  );

  it('to a picture beside the text tells each of its words that changed', async () => {
    const picture = { url: '/mill.jpg', alt: 'A mill.', caption: 'The mill', credit: 'Ines Vega' };
    const id = await made('articles', { title: word(), heroImage: picture });
    const heroImage = { ...picture, alt: 'A mill in flood.', credit: null };
    const version = 1;
    expect((await ask('PATCH', `articles/${id}`, { version, heroImage })).status).toBe(200);
    const [entry] = await entries();
    expect([entry?.before, entry?.after]).toEqual([
      { heroAlt: 'A mill.', heroCredit: 'Ines Vega', version: 1 },
      { heroAlt: 'A mill in flood.', heroCredit: null, version: 2 },
    ]);
  });

  it('is nowhere told in words that somebody wrote about a reader', async () => {
    expect(JSON.stringify(await entries())).not.toContain('Mrs Hill');
  });
});

describe('what somebody may not do', () => {
  it('is told in the log once, with who tried what, and leaves no entry', async () => {
    const { token, id } = await desk.someReader();
    const known = (await entries()).length;
    const log = new SaidAloud(false);
    const path = admin(`members/${adminId}/ban`);
    const body = { reason: 'a canary of the reason' };
    const { status } = await desk.town.ask('POST', path, { token, body });
    const said = log.stop();
    expect(status).toBe(403);
    const line = 'POST /api/v1/admin/members/:id/ban auth/forbidden: refused to';
    expect(said.split(line)).toHaveLength(2);
    expect(said).toContain(`${line} ${id} from 127.0.0.1`);
    expect(said).not.toContain('canary');
    expect(await entries()).toHaveLength(known);
  });
});

const isReading = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);
