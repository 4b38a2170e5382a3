/** Members give articles away: so many a month, over the API and on the pages, and as the admins set it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GiftAllowances } from '../../src/paywall/gifts/gift-allowance.service.js';
import type { AdjustableClock } from '../../src/platform/clock/adjustable-clock.js';
import { Clock } from '../../src/platform/clock/clock.js';
import {
  type GiftAnswer,
  type GiftTown,
  type Somebody,
  askToGive,
  give,
  openGiftTown,
  someReader,
  tokenOf,
} from '../support/gifts.js';
import { type TestTown, publish } from '../support/town.js';
import { Visitor, signedInReader, wordsOf } from '../support/visitor.js';

const day = 24 * 60 * 60;

let paper: GiftTown;
let town: TestTown;
let admin: string;
let giver: Somebody;

beforeAll(async () => {
  paper = await openGiftTown();
  ({ town, admin, giver } = paper);
});

afterAll(() => town.close());

describe('A member who gives an article', () => {
  it('is told its link, until when it is good, and for how many', async () => {
    const gift = await give(town, giver.token, 'one');
    expect(gift).toMatchObject({
      slug: 'one',
      title: 'The story of one',
      openings: 5,
      opened: 0,
      revokedAt: null,
    });
    const days = (Date.parse(gift.expiresAt) - Date.parse(gift.createdAt)) / 1000 / day;
    expect(days).toBe(14);
    expect(gift.url).toMatch(/^http:\/\/localhost:\d+\/articles\/one\?gift=/);
    expect(tokenOf(gift)).toMatch(new RegExp(`^${gift.id}\\.[\\w-]+$`));
  });

  it('gives the same one again while it is good, and it counts once', async () => {
    const member = await paper.someGiver();
    const answers = await Promise.all([1, 2, 3, 4].map(() => give(town, member.token, 'one')));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const { body } = await town.ask('GET', '/api/v1/me/gifts', { token: member.token });
    expect(body).toMatchObject({ items: [{ slug: 'one' }], perMonth: 10, left: 9 });
  });

  it('has to be a member whose plan opens it', async () => {
    const nobody = await someReader(town);
    for (const slug of ['one', 'metered', 'registered']) {
      const { status, body } = await askToGive(town, nobody.token, slug);
      expect([status, body]).toMatchObject([403, { code: 'paywall/gift-needs-membership' }]);
    }
    const { body } = await askToGive(town, giver.token, 'golden');
    expect(body).toMatchObject({ code: 'paywall/gift-needs-membership' });
    expect((await town.ask('POST', '/api/v1/articles/one/gifts')).status).toBe(401);
    const staff = await askToGive(town, admin, 'one');
    expect(staff.body).toMatchObject({ code: 'paywall/gift-needs-membership' });
  });

  it('gives nothing that everybody has, or that is not there', async () => {
    const { status, body } = await askToGive(town, giver.token, 'public');
    expect([status, body]).toMatchObject([409, { code: 'paywall/gift-not-needed' }]);
    expect((await askToGive(town, giver.token, 'nowhere')).status).toBe(404);
  });

  it('gives nothing of a section that the meter leaves out, for there it opens to everybody', async () => {
    const section = { slug: 'service', name: 'Service' };
    await town.ask('POST', '/api/v1/admin/sections', { token: admin, body: section });
    await publish(town, admin, { slug: 'in-service', gate: 'metered', section: 'service' });
    const path = '/api/v1/admin/settings/meter';
    const meter = (await town.ask('GET', path, { token: admin })).body as object;
    const exempt = { ...meter, exemptSections: ['service'] };
    await town.ask('PUT', path, { token: admin, body: exempt });
    const refused = await askToGive(town, giver.token, 'in-service');
    await town.ask('PUT', path, { token: admin, body: meter });
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'paywall/gift-not-needed' },
    ]);
    expect((await askToGive(town, giver.token, 'in-service')).status).toBe(201);
  });

  it('gives ten a month, however many she asks for at once', async () => {
    const slugs = Array.from({ length: 30 }, (_, number) => `many-${number}`);
    for (const slug of slugs) await publish(town, admin, { slug, gate: 'members' });
    const member = await paper.someGiver();
    const answers = await Promise.all(slugs.map((slug) => askToGive(town, member.token, slug)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(20);
    expect(refused[0]?.body).toMatchObject({ code: 'paywall/gifts-used-up', perMonth: 10 });
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    const list = await town.ask('GET', '/api/v1/me/gifts?limit=4', { token: member.token });
    const first = list.body as { items: GiftAnswer[]; nextCursor: string; left: number };
    expect([first.items.length, first.left]).toEqual([4, 0]);
    const path = `/api/v1/me/gifts?limit=100&cursor=${first.nextCursor}`;
    const rest = (await town.ask('GET', path, { token: member.token })).body as typeof first;
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(10);
  });
});

describe('The month in which gifts are counted', () => {
  it('begins at midnight of the site’s own time zone, whatever the meter counts in', async () => {
    const path = '/api/v1/admin/settings/meter';
    const before = (await town.ask('GET', path, { token: admin })).body as object;
    const change = { window: 'rolling-days', windowDays: 3, timeZone: 'Pacific/Auckland' };
    await town.ask('PUT', path, { token: admin, body: { ...before, ...change } });
    const member = await paper.someGiver();
    await give(town, member.token, 'one');
    const allowances = town.app.get(GiftAllowances, { strict: false });
    const { resetsAt, left } = await allowances.of(member.id);
    expect(left).toBe(9);
    const wall = { timeZone: 'Pacific/Auckland', day: 'numeric', hour: 'numeric' } as const;
    expect(resetsAt.toLocaleString('en-GB', wall)).toBe('1, 00');
    const clock = town.app.get(Clock) as AdjustableClock;
    const present = clock.now();
    try {
      clock.setTo(new Date(resetsAt.getTime() - 2_000));
      expect((await allowances.of(member.id)).left).toBe(9);
      clock.setTo(resetsAt);
      expect((await allowances.of(member.id)).left).toBe(10);
    } finally {
      clock.setTo(present);
      await town.ask('PUT', path, { token: admin, body: before });
    }
  });
});

describe('What admins set', () => {
  it('is ten a month, for fourteen days, five openings each, until they do', async () => {
    const { body } = await town.ask('GET', '/api/v1/admin/settings/gifts', { token: admin });
    expect(body).toEqual({ perMonth: 10, days: 14, openings: 5 });
    const editor = await town.staff('editor');
    const path = '/api/v1/admin/settings/gifts';
    expect((await town.ask('GET', path, { token: editor })).status).toBe(403);
  });

  it('counts from the next gift on; with none a month, what was given stays good', async () => {
    const member = await paper.someGiver();
    const before = await give(town, member.token, 'one');
    const few = { perMonth: 2, days: 1, openings: 1 };
    expect((await paper.setGifts(few)).body).toEqual(few);
    const after = await give(town, member.token, 'two');
    expect(Date.parse(after.expiresAt) - Date.parse(after.createdAt)).toBe(day * 1000);
    expect([after.openings, before.openings]).toEqual([1, 5]);
    expect((await askToGive(town, member.token, 'three')).status).toBe(429);
    const visitor = new Visitor(town.url);
    await visitor.signIn(member.email);
    expect((await visitor.open('/articles/one')).html).toContain('/articles/one/gift');
    await paper.setGifts({ perMonth: 0 });
    expect((await visitor.open('/articles/one')).html).not.toContain('/articles/one/gift');
    const refused = await askToGive(town, member.token, 'three');
    expect(refused.body).toMatchObject({ code: 'paywall/gifts-not-offered' });
    expect(await paper.refusalOf(before)).toBeNull();
    expect(await paper.refusalOf(after)).toBeNull();
    expect((await askToGive(town, member.token, 'one')).body).toMatchObject({ id: before.id });
    await paper.setGifts({});
    const audit = '/api/v1/admin/audit?subject=settings&subjectId=gifts';
    const { items } = (await town.ask('GET', audit, { token: admin })).body as { items: object[] };
    expect(items[0]).toMatchObject({
      action: 'settings.changed',
      before: { perMonth: 0 },
      after: { perMonth: 10 },
    });
  });

  it.each([{ perMonth: -1 }, { perMonth: 1001 }, { days: 0 }, { openings: 0 }, { days: 1.5 }])(
    'is refused as %o',
    async (change) => {
      const body = { perMonth: 10, days: 14, openings: 5, ...change };
      const path = '/api/v1/admin/settings/gifts';
      expect((await town.ask('PUT', path, { token: admin, body })).status).toBe(422);
    },
  );
});

describe('On the pages', () => {
  it('a member gives what she reads, copies the link, and takes it back', async () => {
    const { visitor, member } = await onThePages();
    expect((await visitor.open('/articles/one')).html).toContain('action="/articles/one/gift"');
    const { status, location } = await visitor.fillIn('/articles/one/gift', {});
    expect([status, location]).toMatchObject([
      303,
      expect.stringMatching(/^\/account\/gifts\?given=/),
    ]);
    const page = await visitor.open(location ?? '');
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(wordsOf(page.html)).toContain('You may give 9 articles more this month.');
    const url = /value="([^"]+\?gift=[^"]+)"/.exec(page.html)?.[1] ?? '';
    const stranger = new Visitor(town.url);
    const { pathname, search } = new URL(url);
    const read = await stranger.open(pathname + search);
    expect(wordsOf(read.html)).toContain('A gift from a member');
    expect(read.html).toContain('behind the wall');
    expect(read.html).not.toContain(`gift=`);
    const { items } = (await town.ask('GET', '/api/v1/me/gifts', { token: member.token })).body as {
      items: GiftAnswer[];
    };
    const revoke = `/account/gifts/${items[0]?.id}/revoke`;
    expect((await new Visitor(town.url).fillIn(revoke, {})).location).toContain('/sign-in');
    expect((await visitor.fillIn(revoke, {})).location).toBe('/account/gifts');
    expect(wordsOf((await visitor.open('/account/gifts')).html)).toContain('taken back');
    const refused = await stranger.open(pathname + search);
    expect(wordsOf(refused.html)).toContain('a gift, which is not to be had any more');
    expect(refused.html).not.toContain('behind the wall');
  });

  it('another site gives nothing in her name', async () => {
    const { visitor } = await onThePages();
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    expect((await visitor.fillIn('/articles/one/gift', {}, elsewhere)).status).toBe(403);
    expect(wordsOf((await visitor.open('/account/gifts')).html)).toContain('10 articles more');
  });

  it('whoever may not give is told why, and a stranger is asked to sign in', async () => {
    const reader = await signedInReader(town);
    const refused = await reader.fillIn('/articles/one/gift', {});
    expect(refused.status).toBe(403);
    expect(wordsOf(refused.html)).toContain('it does not open this article');
    expect((await reader.open('/articles/one')).html).not.toContain('/gift"');
    const { location } = await new Visitor(town.url).fillIn('/articles/one/gift', {});
    expect(location).toBe('/sign-in?returnTo=%2Farticles%2Fone');
    expect((await reader.fillIn('/articles/nowhere/gift', {})).status).toBe(404);
  });

  async function onThePages(): Promise<{ visitor: Visitor; member: Somebody }> {
    const [visitor, member] = [new Visitor(town.url), await paper.someGiver()];
    expect((await visitor.signIn(member.email)).status).toBe(303);
    return { visitor, member };
  }
});
