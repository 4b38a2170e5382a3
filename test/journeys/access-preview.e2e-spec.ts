/** Staff see how an article would be read, by made-up readers and by real ones, and are told why in words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { type Answer, ask } from '../support/api.js';
import { type Tokens, joinAs } from '../support/readers.js';
import { type PlanOnSale, type TestTown, aYear, sell, startTestTown } from '../support/town.js';
import { type DeskAnswer, Writer, behindTheWall, codeOf, fieldsOf } from '../support/writers.js';

const day = 24 * 60 * 60 * 1000;
const kinds = [
  'stranger',
  'registered',
  'trial',
  'member',
  'other-plan',
  'lapsed',
  'overdue',
  'paused',
  'staff',
] as const;

interface Preview {
  at: string;
  gate: string;
  granted: boolean;
  via: string | null;
  denial: string | null;
  shows: string;
  explanation: string;
  meter: { limit: number; used: number; remaining: number } | null;
}

let town: TestTown;
let admin: Writer;
let author: Writer;
let gold: PlanOnSale;
let silver: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  [admin, author] = [await Writer.hired(town, 'admin'), await Writer.hired(town, 'author')];
  gold = await sell(town, admin.token, 'gold', [aYear]);
  silver = await sell(town, admin.token, 'silver', [aYear]);
});
afterAll(() => town.close());

const now = () => town.app.get(Clock).now().getTime();

const look = (writer: Writer, { id }: { id: string }, query: string): Promise<Answer> =>
  writer.does('GET', `/${id}/access-preview${query}`);

async function seen(article: { id: string }, query: string, writer = admin): Promise<Preview> {
  const answer = await look(writer, article, query);
  expect(answer.status, answer.text).toBe(200);
  expect(answer.text).not.toContain(behindTheWall);
  return answer.body as Preview;
}

async function outcomes(article: { id: string }): Promise<Record<string, string | null>> {
  const previews = await Promise.all(kinds.map((kind) => seen(article, `?as=${kind}`)));
  return Object.fromEntries(previews.map(({ via, denial }, at) => [kinds[at], via ?? denial]));
}

async function comp({ user }: Tokens, { id: planId }: PlanOnSale): Promise<void> {
  const until = new Date(now() + 90 * day);
  const given = await town.ask('POST', `/api/v1/admin/members/${user.id}/comp`, {
    token: admin.token,
    body: { planId, until },
  });
  if (given.status !== 200) throw new Error(`Nothing was given: ${given.text}`);
}

describe('An article as made-up readers would meet it', () => {
  let article: DeskAnswer;

  beforeAll(async () => {
    article = await admin.drafts('gold-only', { gate: 'members', planIds: [gold.id] });
  });

  it('is decided for each of them, already as a draft', async () => {
    expect(await outcomes(article)).toEqual({
      stranger: 'sign-in-required',
      registered: 'membership-required',
      trial: 'membership',
      member: 'membership',
      'other-plan': 'plan-required',
      lapsed: 'membership-required',
      overdue: 'payment-overdue',
      paused: 'membership-required',
      staff: 'editor',
    });
  });

  it('is explained, whole', async () => {
    const preview = await seen(article, '?as=other-plan');
    expect({ ...preview, at: null }).toEqual({
      as: 'other-plan',
      memberId: null,
      at: null,
      gate: 'members',
      granted: false,
      via: null,
      denial: 'plan-required',
      shows: 'public-part',
      explanation:
        'The gate is "members", for members of certain plans. A member of another plan sees the public ' +
        'part: her membership is of a plan that does not open it. It is not published now: this is how ' +
        'it would be read if it were.',
      meter: null,
    });
    expect(Math.abs(new Date(preview.at).getTime() - now())).toBeLessThan(60_000);
    await admin.publishes(article.id);
    expect((await seen(article, '?as=member')).explanation).not.toContain('not published');
  });

  it('counts by today’s meter', async () => {
    const metered = await admin.drafts('metered-one', { gate: 'metered' });
    expect(await outcomes(metered)).toMatchObject({
      stranger: 'sign-in-required',
      registered: 'meter',
      member: 'membership',
      lapsed: 'meter',
      staff: 'editor',
    });
    const preview = await seen(metered, '?as=registered');
    expect(preview.meter).toEqual({ limit: 3, used: 0, remaining: 3 });
    expect(preview.explanation).toContain('it is number 1 of the 3 metered articles');
    expect((await seen(metered, '?as=member')).meter).toBeNull();
  });

  it('is seen as its schedule has it at any instant', async () => {
    const scheduled = await admin.drafts('scheduled', { gate: 'members', freeForHours: 48 });
    await admin.publishes(scheduled.id);
    expect(await seen(scheduled, '?as=stranger')).toMatchObject({ gate: 'public', via: 'public' });
    const { gateChangesAt } = await admin.shown(scheduled.id);
    const at = new Date(gateChangesAt ?? 0);
    const before = await seen(
      scheduled,
      `?as=stranger&at=${new Date(at.getTime() - 1).toISOString()}`,
    );
    expect(before).toMatchObject({ gate: 'public', shows: 'whole-text' });
    expect(before.explanation).toContain(`free for everybody until ${at.toISOString()}`);
    const after = await seen(scheduled, `?as=stranger&at=${at.toISOString()}`);
    expect(after).toMatchObject({ at: at.toISOString(), gate: 'members', shows: 'public-part' });
  });
});

describe('An article as one reader would meet it', () => {
  let article: DeskAnswer;
  let metered: DeskAnswer;
  const of = ({ user }: Tokens) => `?memberId=${user.id}`;

  beforeAll(async () => {
    article = await admin.drafts('for-one', { gate: 'members', planIds: [gold.id] });
    metered = await admin.drafts('metered-for-one', { gate: 'metered' });
    for (const { id } of [article, metered]) await admin.publishes(id);
  });

  it('goes by what she holds, at the instant in question', async () => {
    const [mira, fritz] = [await joinAs(town), await joinAs(town)];
    await comp(mira, gold);
    await comp(fritz, silver);
    expect(await seen(article, of(mira))).toMatchObject({ via: 'membership' });
    expect(await seen(article, of(fritz))).toMatchObject({ denial: 'plan-required' });
    const later = new Date(now() + 91 * day).toISOString();
    expect(await seen(article, `${of(mira)}&at=${later}`)).toMatchObject({
      denial: 'membership-required',
    });
  });

  it('goes by what she has read, and spends nothing of it', async () => {
    const reader = await joinAs(town);
    const used = async () => {
      const { body } = await ask(town.url, 'GET', '/api/v1/me', { token: reader.accessToken });
      return (body as { meter: { used: number } }).meter.used;
    };
    expect((await seen(metered, of(reader))).meter).toEqual({ limit: 3, used: 0, remaining: 3 });
    expect(await used()).toBe(0);
    await ask(town.url, 'GET', '/api/v1/articles/metered-for-one', { token: reader.accessToken });
    const again = await seen(metered, of(reader));
    expect(again).toMatchObject({ via: 'meter', meter: { used: 1 } });
    expect(again.explanation).toContain('opening it again is free');
    expect(await used()).toBe(1);
  });

  it('takes a banned member for the stranger that she is', async () => {
    const banned = await joinAs(town);
    await comp(banned, gold);
    await town.app.get(AccountAdminService, { strict: false }).ban(banned.user.id, 'Spam.');
    for (const each of [article, metered]) {
      expect(await seen(each, of(banned))).toMatchObject({ denial: 'sign-in-required' });
    }
  });

  it('counts by the strangers’ meter for a banned member, who can be no other', async () => {
    const path = '/api/v1/admin/settings/meter';
    const meter = (await town.ask('GET', path, { token: admin.token })).body as object;
    const banned = await joinAs(town);
    await town.app.get(AccountAdminService, { strict: false }).ban(banned.user.id, 'Spam.');
    await town.ask('PUT', path, { token: admin.token, body: { ...meter, anonymousLimit: 2 } });
    const asStranger = await seen(metered, '?as=stranger');
    const preview = await seen(metered, of(banned));
    await town.ask('PUT', path, { token: admin.token, body: meter });
    expect(preview).toMatchObject({ via: 'meter', meter: { limit: 2, used: 0, remaining: 2 } });
    expect(preview.meter).toEqual(asStranger.meter);
    expect(preview.explanation).toContain('banned');
    expect(preview.explanation).toContain('it is number 1 of the 2 metered articles');
  });

  it('knows an author before her own article', async () => {
    const own = await author.drafts('authors-own');
    expect(await seen(own, `?memberId=${author.id}`)).toMatchObject({ via: 'editor' });
    expect(await seen(article, `?memberId=${author.id}`)).toMatchObject({
      denial: 'membership-required',
    });
  });

  it('is for who may look at members', async () => {
    const reader = await joinAs(town);
    const own = await author.drafts('authors-other');
    const refused = await look(author, own, of(reader));
    expect([refused.status, codeOf(refused)]).toEqual([403, 'auth/forbidden']);
    expect(await seen(own, '?as=stranger', author)).toMatchObject({ denial: 'sign-in-required' });
    const nobody = '?memberId=0190b0a0-0000-7000-8000-000000000000';
    expect((await look(admin, article, nobody)).status).toBe(404);
  });
});

describe('A question that is none', () => {
  let article: DeskAnswer;

  beforeAll(async () => {
    article = await admin.drafts('in-question');
  });

  it.each([
    ['', ['as']],
    ['?as=member&memberId=0190b0a0-0000-7000-8000-000000000000', ['as']],
    ['?as=nobody', ['as']],
    ['?as=member&as=trial', ['as']],
    ['?as=member&at=tomorrow', ['at']],
    ['?memberId=me', ['memberId']],
  ])('"%s" is told so', async (query, wrong) => {
    const refused = await look(admin, article, query);
    expect([refused.status, fieldsOf(refused)]).toEqual([400, wrong]);
  });

  it('is answered to staff alone, about articles that are there', async () => {
    const { accessToken } = await joinAs(town);
    const path = `/api/v1/admin/articles/${article.id}/access-preview?as=member`;
    expect((await ask(town.url, 'GET', path)).status).toBe(401);
    expect((await ask(town.url, 'GET', path, { token: accessToken })).status).toBe(403);
    const unknown = { id: '0190b0a0-0000-7000-8000-000000000000' };
    expect((await look(admin, unknown, '?as=member')).status).toBe(404);
  });
});
