/** A cache at the edge, which holds texts itself, asks whether a reader may have one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Ask } from '../support/api.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, publish, sellPro, startTestTown } from '../support/town.js';
import { Visitor } from '../support/visitor.js';

let town: TestTown;
let editor: string;
let admin: string;
let planId: string;

const path = (slug: string, more = '') => `/api/v1/access/check?article=${slug}${more}`;
const check = (slug: string, options?: Ask): Promise<Answer> =>
  town.ask('GET', path(slug), options);

/** What the edge is told. */
const toldIn = ({ status, headers }: { status: number; headers: Headers }) => ({
  status,
  result: headers.get('paywall-result'),
  why: headers.get('paywall-via') ?? headers.get('paywall-denial'),
  meta: headers.get('paywall-meta'),
});

const allowed = (why: string, meta: string | null = null) => ({
  status: 204,
  result: 'ALLOW',
  why,
  meta,
});
const blocked = (why: string, meta: string | null = null) => ({
  status: 403,
  result: 'BLOCK',
  why,
  meta,
});

async function someMember(until: Date): Promise<{ token: string; email: string; id: string }> {
  const { accessToken: token, user } = await joinAs(town);
  const { status } = await town.ask('POST', `/api/v1/admin/members/${user.id}/comp`, {
    token: admin,
    body: { planId, until: until.toISOString() },
  });
  expect(status).toBeLessThan(300);
  return { token, ...user };
}

const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000);

beforeAll(async () => {
  town = await startTestTown({ METER_REGISTERED: '2' });
  editor = await town.staff('editor');
  admin = await town.staff('admin');
  planId = (await sellPro(town, admin)).id;
  for (const gate of ['public', 'registered', 'members']) {
    await publish(town, editor, { slug: gate, gate });
  }
  for (const slug of ['one', 'two', 'three'])
    await publish(town, editor, { slug, gate: 'metered' });
});

afterAll(() => town.close());

describe('Somebody who opens an article at the edge', () => {
  it('is let in or not, by name, as at the article itself', async () => {
    const fritz = (await joinAs(town)).accessToken;
    const mira = await someMember(inDays(300));
    expect(toldIn(await check('public'))).toEqual(allowed('public'));
    expect(toldIn(await check('registered'))).toEqual(blocked('sign-in-required'));
    expect(toldIn(await check('registered', { token: fritz }))).toEqual(allowed('registration'));
    expect(toldIn(await check('members', { token: fritz }))).toEqual(
      blocked('membership-required'),
    );
    expect(toldIn(await check('members', { token: mira.token }))).toEqual(allowed('membership'));
    expect(toldIn(await check('members', { token: editor }))).toEqual(allowed('editor'));
  });

  it('is told apart by her token, or by her cookie on the pages', async () => {
    const { email } = await someMember(inDays(300));
    const browser = new Visitor(town.url);
    expect(toldIn(await browser.open(path('members')))).toEqual(blocked('sign-in-required'));
    await browser.signIn(email);
    expect(toldIn(await browser.open(path('members')))).toEqual(allowed('membership'));
    const refused = await check('members', { token: 'no.such.token' });
    expect(refused.status).toBe(401);
    expect(refused.headers.has('paywall-result')).toBe(false);
  });

  it('spends a unit as by reading, and none by looking', async () => {
    const { accessToken: token } = await joinAs(town);
    const look = await town.ask('HEAD', path('one'), { token });
    expect(toldIn(look)).toMatchObject({ status: 403, meta: '2,0,2' });
    const prefetch = await check('one', { token, headers: { 'sec-purpose': 'prefetch' } });
    expect(toldIn(prefetch)).toMatchObject({ status: 403, meta: '2,0,2' });
    expect(toldIn(await check('one', { token }))).toEqual(allowed('meter', '2,1,1'));
    expect(toldIn(await check('one', { token }))).toEqual(allowed('meter', '2,1,1'));
    expect(toldIn(await town.ask('HEAD', path('one'), { token }))).toEqual(
      allowed('meter', '2,1,1'),
    );
    const read = await town.ask('GET', '/api/v1/articles/two', { token });
    expect(read.body).toMatchObject({ access: { granted: true, meter: { used: 2 } } });
    expect(toldIn(await check('two', { token }))).toEqual(allowed('meter', '2,2,0'));
    expect(toldIn(await check('three', { token }))).toEqual(blocked('meter-exhausted', '2,2,0'));
  });

  it('is turned away from the second on in which her membership is over', async () => {
    const lars = await someMember(inDays(2));
    expect((await check('members', { token: lars.token })).status).toBe(204);
    town.advance(3 * 24 * 60 * 60);
    expect(toldIn(await check('members', { token: lars.token }))).toEqual(
      blocked('membership-required'),
    );
  });
});

describe('What the edge is told', () => {
  it('is for this one time: no answer is kept, and none has a text', async () => {
    for (const [slug, token] of [
      ['public', undefined],
      ['members', undefined],
      ['members', editor],
    ] as const) {
      const { headers, text } = await check(slug, token === undefined ? {} : { token });
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('vary')).toBe('Authorization, Cookie');
      expect(headers.has('etag')).toBe(false);
      expect(text).not.toContain('front');
      expect(text).not.toContain('behind');
    }
  });

  it('is a problem that names the reason where she is not let in', async () => {
    expect((await check('members')).body).toMatchObject({
      code: 'paywall/access-blocked',
      denial: 'sign-in-required',
    });
  });

  it('is 404 where there is no such article, and 400 where the question is none', async () => {
    await town.ask('POST', '/api/v1/admin/articles', {
      token: editor,
      body: { slug: 'draft', title: 'Draft' },
    });
    const unknown = await check('nowhere');
    const draft = await check('draft');
    expect([unknown.status, draft.status]).toEqual([404, 404]);
    expect(draft.text).toBe(unknown.text);
    for (const query of ['', '?article=', '?article=public&what=ever', '?slug=public']) {
      expect((await town.ask('GET', `/api/v1/access/check${query}`)).status).toBe(400);
    }
  });

  it('is nothing that could be taken for a yes where it cannot be found out', async () => {
    const { accessToken: token } = await joinAs(town);
    await town.asOwner('alter table meter_reads rename to elsewhere');
    const answer = await check('one', { token });
    await town.asOwner('alter table elsewhere rename to meter_reads');
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(toldIn(answer)).toMatchObject({ result: null, why: null, meta: null });
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect((await check('one', { token })).status).toBe(204);
  });

  it('is no with a gift link that nobody gave', async () => {
    const answer = await town.ask('GET', path('members', '&gift=made-up'));
    expect(toldIn(answer)).toEqual(blocked('sign-in-required'));
  });
});
