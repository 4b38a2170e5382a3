/** Gates that open and close by the clock, and the gates that new articles get. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArticlePublishing } from '../../src/articles/desk/article-publishing.service.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { type Answer, ask } from '../support/api.js';
import { joinAs } from '../support/readers.js';
import { type PlanOnSale, type TestTown, aYear, sell, startTestTown } from '../support/town.js';
import { Writer, behindTheWall, codeOf, fieldsOf } from '../support/writers.js';

const hour = 60 * 60;
const day = 24 * hour;

let town: TestTown;
let editor: Writer;
let admin: Writer;
let plan: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  [editor, admin] = [await Writer.hired(town, 'editor'), await Writer.hired(town, 'admin')];
  plan = await sell(town, admin.token, 'gold', [aYear]);
  for (const slug of ['harbour', 'market']) {
    const body = { slug, name: slug };
    await town.ask('POST', '/api/v1/admin/sections', { token: editor.token, body });
  }
});
afterAll(() => town.close());

const look = (path: string, token?: string, headers = {}): Promise<Answer> =>
  ask(town.url, 'GET', path, { ...(token === undefined ? {} : { token }), headers });

interface Seen {
  gate: string;
  planIds: string[];
  bodyHtml: string | null;
  access: { via: string | null; denial: string | null; meter: unknown };
}
const open = async (slug: string, token?: string): Promise<Seen> =>
  (await look(`/api/v1/articles/${slug}`, token)).body as Seen;

/** Everywhere where its gate is shown, as a stranger finds it. */
async function gatesShown(slug: string): Promise<(string | undefined)[]> {
  const lists = await Promise.all(
    ['/api/v1/articles?limit=100', `/api/v1/search?q=${slug}`].map((path) => look(path)),
  );
  const cards = lists.map(({ body }) =>
    (body as { items: { slug: string; gate: string }[] }).items.find((card) => card.slug === slug),
  );
  return [(await open(slug)).gate, ...cards.map((card) => card?.gate)];
}

/** Whole seconds that a shared cache may keep an answer; null where none may. */
const sharedSeconds = ({ headers }: Answer): number | null => {
  const [, seconds] = /s-maxage=(\d+)/.exec(headers.get('cache-control') ?? '') ?? [];
  return seconds === undefined ? null : Number(seconds);
};

/** Published as if it had been this many seconds ago. */
async function published(slug: string, secondsAgo: number, fields: object): Promise<string> {
  const { id } = await editor.drafts(slug, fields);
  const firstAt = new Date(town.app.get(Clock).now().getTime() - secondsAgo * 1000);
  await town.app.get(ArticlePublishing, { strict: false }).publish(id, {}, firstAt);
  return id;
}

describe('A members article that is free at first', () => {
  const slug = 'first-days';
  let id: string;
  let fromCache: Answer;

  beforeAll(async () => {
    const narrowed = { gate: 'members', planIds: [plan.id], freeForHours: 48 };
    id = await published(slug, 48 * hour - 30, narrowed);
  });

  it('is public for everybody, and nobody spends anything on it', async () => {
    const { accessToken } = await joinAs(town);
    for (const token of [undefined, accessToken, editor.token]) {
      const seen = await open(slug, token);
      expect(seen).toMatchObject({ gate: 'public', planIds: [] });
      expect(seen.access).toMatchObject({ via: 'public', meter: null });
      expect(seen.bodyHtml).toContain(behindTheWall);
    }
    expect(await gatesShown(slug)).toEqual(['public', 'public', 'public']);
  });

  it('is kept by no shared cache for longer than that', async () => {
    const places = [
      `/api/v1/articles/${slug}`,
      `/articles/${slug}`,
      '/api/v1/articles',
      `/api/v1/search?q=${slug}`,
      `/search?q=${slug}`,
      '/',
    ];
    for (const path of places) {
      const answer = await look(path);
      expect(answer.status).toBe(200);
      const seconds = sharedSeconds(answer);
      expect([path, seconds !== null && seconds <= 30]).toEqual([path, true]);
    }
    fromCache = await look(`/api/v1/articles/${slug}`);
  });

  it('is shown on the desk with its own gate, and with the one that stands', async () => {
    const shown = await editor.shown(id);
    expect(shown).toMatchObject({ gate: 'members', planIds: [plan.id], gateNow: 'public' });
    expect(new Date(shown.gateChangesAt ?? 0).getTime()).toBeGreaterThan(
      town.app.get(Clock).now().getTime(),
    );
  });

  it('closes when its hours are over, for whoever has a cached answer, too', async () => {
    town.advance(30);
    const seen = await open(slug);
    expect(seen).toMatchObject({ gate: 'members', planIds: [plan.id], bodyHtml: null });
    expect(await gatesShown(slug)).toEqual(['members', 'members', 'members']);
    const etag = fromCache.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await look(`/api/v1/articles/${slug}`, undefined, { 'if-none-match': etag });
    expect(again.status).toBe(200);
    expect(again.text).not.toContain(behindTheWall);
    expect(sharedSeconds(again)).toBe(60);
    expect(await editor.shown(id)).toMatchObject({ gateNow: 'members', gateChangesAt: null });
  });
});

describe('A metered article that is free later', () => {
  it('opens for good once its days are over, and costs no reader a unit from then on', async () => {
    const slug = 'later-on';
    await published(slug, 30 * day - 45, { gate: 'metered', freeAfterDays: 30 });
    expect((await open(slug)).access.denial).toBe('sign-in-required');
    const seconds = sharedSeconds(await look(`/api/v1/articles/${slug}`));
    expect(seconds !== null && seconds <= 45).toBe(true);
    town.advance(45);
    const { accessToken } = await joinAs(town);
    expect((await open(slug, accessToken)).access).toMatchObject({ via: 'public', meter: null });
    expect((await open(slug)).access.via).toBe('public');
    const { body } = await look('/api/v1/me', accessToken);
    expect(body).toMatchObject({ meter: { used: 0 } });
    expect(sharedSeconds(await look(`/api/v1/articles/${slug}`))).toBe(60);
  });
});

describe('An editor who sets a schedule', () => {
  it.each([
    [{ freeForHours: 0 }, ['freeForHours']],
    [{ freeForHours: 1.5 }, ['freeForHours']],
    [{ freeForHours: 8785 }, ['freeForHours']],
    [{ freeAfterDays: -1 }, ['freeAfterDays']],
    [{ freeAfterDays: '30' }, ['freeAfterDays']],
    [{ freeForHours: 48, freeAfterDays: 2 }, ['freeAfterDays']],
    [{ gate: 'public', freeForHours: 48 }, ['freeForHours']],
    [{ gate: 'public', freeAfterDays: 2 }, ['freeAfterDays']],
  ])('is refused %j', async (fields, wrong) => {
    const refused = await editor.does('POST', '', { title: 'A title', ...fields });
    expect([refused.status, fieldsOf(refused)]).toEqual([422, wrong]);
  });

  it('changes and clears it, and loses it with a gate that needs none', async () => {
    const { id, ...made } = await editor.drafts('changing', {
      freeForHours: 48,
      freeAfterDays: 30,
    });
    expect(made).toMatchObject({ freeForHours: 48, freeAfterDays: 30 });
    expect(made).toMatchObject({ gateNow: null, gateChangesAt: null });
    const change = (fields: object) => editor.does('PATCH', `/${id}`, fields);
    expect(fieldsOf(await change({ freeForHours: 720 }))).toEqual(['freeForHours']);
    expect((await change({ freeAfterDays: null })).body).toMatchObject({
      freeForHours: 48,
      freeAfterDays: null,
    });
    expect((await change({ title: 'Only the title' })).body).toMatchObject({ freeForHours: 48 });
    expect((await change({ gate: 'public' })).body).toMatchObject({ freeForHours: null });
  });
});

describe('The gates that new articles get', () => {
  const settings = (method: string, body?: unknown, { token } = admin): Promise<Answer> =>
    town.ask(method, '/api/v1/admin/settings/gates', {
      token,
      ...(body === undefined ? {} : { body }),
    });
  const none = { planIds: [], freeForHours: null, freeAfterDays: null };
  const unknownPlan = '0190b0a0-0000-7000-8000-000000000000';

  it('are for admins alone to set, and members until they do', async () => {
    expect((await settings('GET', undefined, editor)).status).toBe(403);
    expect((await settings('PUT', { items: [] }, editor)).status).toBe(403);
    expect((await settings('GET')).body).toEqual({ items: [] });
    expect((await editor.drafts('before-defaults')).gate).toBe('members');
  });

  it.each([
    ['two of one place', [{ gate: 'public' }, { gate: 'metered' }], ['items.1']],
    ['an unknown section', [{ section: 'nowhere', gate: 'public' }], ['items.0.section']],
    ['an unknown plan', [{ gate: 'members', planIds: [unknownPlan] }], ['planIds']],
    ['plans of another gate', [{ gate: 'metered', planIds: [unknownPlan] }], ['planIds']],
    ['no gate', [{ section: 'harbour' }], ['items.0.gate']],
    ['a public schedule', [{ gate: 'public', freeForHours: 4 }], ['items.0.freeForHours']],
    ['more than is asked', [{ gate: 'public', colour: 'red' }], ['items.0.colour']],
  ])('are refused where they hold %s', async (_, items, wrong) => {
    const refused = await settings('PUT', { items });
    expect([refused.status, fieldsOf(refused)]).toEqual([422, wrong]);
    expect((await settings('GET')).body).toEqual({ items: [] });
  });

  it('go by section and kind, then section, then kind, then site; and a draft’s own word goes first', async () => {
    const gold = { gate: 'members', planIds: [plan.id], freeForHours: 48, freeAfterDays: 30 };
    const items = [
      { section: null, kind: null, ...none, gate: 'registered' },
      { section: null, kind: 'memo', ...gold },
      { section: 'harbour', kind: null, ...none, gate: 'metered' },
      { section: 'harbour', kind: 'memo', ...none, gate: 'public' },
    ];
    const set = await settings('PUT', { items });
    expect([set.status, set.body]).toEqual([200, { items }]);
    expect((await settings('GET')).body).toEqual({ items });
    const drafts = [
      ['of-the-site', {}, 'registered'],
      ['of-the-kind', { kind: 'memo', section: 'market' }, 'members'],
      ['of-the-section', { section: 'harbour' }, 'metered'],
      ['of-both', { section: 'harbour', kind: 'memo' }, 'public'],
      ['of-its-own', { section: 'harbour', kind: 'memo', gate: 'members' }, 'members'],
    ] as const;
    for (const [slug, fields, gate] of drafts) {
      expect([slug, (await editor.drafts(slug, fields)).gate]).toEqual([slug, gate]);
    }
    expect(await editor.drafts('whole-default', { kind: 'memo' })).toMatchObject(gold);
    expect(await editor.drafts('own-word', { kind: 'memo', gate: 'members' })).toMatchObject(none);
    const audit = await look('/api/v1/admin/audit?subject=settings&limit=1', admin.token);
    expect(audit.body).toMatchObject({
      items: [{ action: 'settings.changed', before: {}, after: { 'harbour/memo': 'public' } }],
    });
  });

  it('change no article that has been begun, neither when they change nor when it moves', async () => {
    const { id } = await editor.drafts('begun', { section: 'harbour' });
    await settings('PUT', { items: [{ section: 'harbour', gate: 'registered' }] });
    expect((await editor.shown(id)).gate).toBe('metered');
    await editor.does('PATCH', `/${id}`, { section: 'market', kind: 'memo' });
    expect((await editor.shown(id)).gate).toBe('metered');
  });

  it('keep a plan that they are narrowed to', async () => {
    const { id } = await sell(town, admin.token, 'silver', []);
    const remove = () => town.ask('DELETE', `/api/v1/admin/plans/${id}`, { token: admin.token });
    await settings('PUT', { items: [{ gate: 'members', planIds: [id] }] });
    const refused = await remove();
    expect([refused.status, codeOf(refused)]).toEqual([409, 'plans/named-by-default-gates']);
    expect((await settings('PUT', { items: [] })).status).toBe(200);
    expect((await remove()).status).toBe(204);
  });

  it('are one of two lists that are set at once, never a mixture', async () => {
    const lists = ['metered', 'registered'].map((gate) => ({
      items: ['story', 'memo'].map((kind) => ({ section: null, kind, ...none, gate })),
    }));
    await Promise.all([...lists, ...lists].map((list) => settings('PUT', list)));
    expect(lists).toContainEqual((await settings('GET')).body);
  });
});
