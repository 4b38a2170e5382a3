/** A gift link opens its article to a few, for a while, as long as its giver reads; and never says who gave. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdjustableClock } from '../../src/platform/clock/adjustable-clock.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import {
  type GiftTown,
  type ReadingAnswer,
  type Somebody,
  cookieOf,
  giftPath,
  give,
  openGiftTown,
  someReader,
  tokenOf,
} from '../support/gifts.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, aYear, openCheckout, pay, sell } from '../support/town.js';
import { Visitor } from '../support/visitor.js';

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

describe('A gift link', () => {
  it('opens its article to whoever holds it, kept by nobody, for one opening each', async () => {
    const gift = await give(town, giver.token, 'two');
    const { body, headers } = await town.ask('GET', giftPath(gift));
    expect(body).toMatchObject({ access: { granted: true, via: 'gift', giftRefusal: null } });
    expect((body as ReadingAnswer).bodyHtml).toContain('behind the wall');
    expect(headers.get('cache-control')).toBe('private, no-store');
    const cookie = cookieOf(headers);
    expect(cookie).toMatch(/visitor=/);
    for (let again = 0; again < 3; again += 1) {
      expect((await paper.open(giftPath(gift), { headers: { cookie } })).access.via).toBe('gift');
    }
    expect((await paper.seenBy(giver, gift)).opened).toBe(1);
    const { token } = await someReader(town);
    expect((await paper.open(giftPath(gift), { token })).access.via).toBe('gift');
    expect((await paper.open(giftPath(gift), { token })).access.via).toBe('gift');
    expect((await paper.seenBy(giver, gift)).opened).toBe(2);
  });

  it('lets exactly as many in as it has openings, however many come at once', async () => {
    const gift = await give(town, giver.token, 'three');
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => town.ask('GET', giftPath(gift))),
    );
    const read = answers.filter(({ text }) => text.includes('behind the wall'));
    expect(read).toHaveLength(5);
    const others = answers.filter((answer) => !read.includes(answer));
    for (const { status, body, headers } of others) {
      expect([status, body]).toMatchObject([
        200,
        { bodyHtml: null, access: { denial: 'sign-in-required', giftRefusal: 'used-up' } },
      ]);
      expect(headers.get('cache-control')).toBe('private, no-store');
    }
    expect((await paper.seenBy(giver, gift)).opened).toBe(5);
    const cookie = cookieOf(read[0]?.headers ?? new Headers());
    expect((await paper.open(giftPath(gift), { headers: { cookie } })).access.via).toBe('gift');
    const next = await give(town, giver.token, 'three');
    expect(next.id).not.toBe(gift.id);
  });

  it('waits for whoever is taking the last opening just now in another process', async () => {
    await paper.setGifts({ openings: 1 });
    const gift = await give(town, (await paper.someGiver()).token, 'two');
    await paper.setGifts({});
    const { pool } = town.app.get(Database);
    const other = await pool.connect();
    try {
      await other.query('begin');
      await other.query('select id from gifts where id = $1 for no key update', [gift.id]);
      await other.query('insert into gift_openings values ($1, gen_random_uuid(), now())', [
        gift.id,
      ]);
      let isAnswered = false;
      const refusal = paper.refusalOf(gift).finally(() => (isAnswered = true));
      const waiting = `select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      while (!isAnswered && (await pool.query(waiting)).rowCount === 0);
      await other.query('commit');
      expect(await refusal).toBe('used-up');
    } finally {
      other.release();
    }
  });

  it('takes one opening of somebody who opens it in many windows at once', async () => {
    const member = await paper.someGiver();
    const gift = await give(town, member.token, 'two');
    const { token } = await someReader(town);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => paper.open(giftPath(gift), { token })),
    );
    expect(answers.filter(({ access }) => access.via === 'gift')).toHaveLength(20);
    expect((await paper.seenBy(member, gift)).opened).toBe(1);
  });

  it('is not opened by HEAD or a prefetch, which see no text either', async () => {
    const gift = await give(town, giver.token, 'four');
    const prefetch = { headers: { 'sec-purpose': 'prefetch' } };
    const { bodyHtml, access } = await paper.open(giftPath(gift), prefetch);
    expect([bodyHtml, access.granted, access.giftRefusal]).toEqual([null, false, null]);
    const head = await town.ask('HEAD', giftPath(gift));
    expect([head.status, cookieOf(head.headers)]).toEqual([200, '']);
    expect((await paper.seenBy(giver, gift)).opened).toBe(0);
    const { headers } = await town.ask('GET', giftPath(gift));
    const again = { headers: { ...prefetch.headers, cookie: cookieOf(headers) } };
    expect((await paper.open(giftPath(gift), again)).access.via).toBe('gift');
    expect((await paper.seenBy(giver, gift)).opened).toBe(1);
  });

  it('is not used up by the chat that shows what it leads to', async () => {
    const gift = await give(town, giver.token, 'four');
    const { opened } = await paper.seenBy(giver, gift);
    const chat = { headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0' } };
    const { bodyHtml, access } = await paper.open(giftPath(gift), chat);
    expect([bodyHtml, access.via, access.giftRefusal]).toEqual([null, null, null]);
    expect((await paper.seenBy(giver, gift)).opened).toBe(opened);
  });

  it('spends nothing for a member, the giver or staff, who read anyway', async () => {
    const member = await paper.someGiver();
    const gift = await give(town, giver.token, 'five');
    const via = async (token: string) => (await paper.open(giftPath(gift), { token })).access.via;
    expect(await via(giver.token)).toBe('membership');
    expect(await via(member.token)).toBe('membership');
    expect(await via(admin)).toBe('editor');
    expect((await paper.seenBy(giver, gift)).opened).toBe(0);
  });

  it('spends nothing of the meter', async () => {
    const reader = await someReader(town);
    const gift = await give(town, giver.token, 'metered');
    const { access } = await paper.open(giftPath(gift), { token: reader.token });
    expect([access.via, access.meter]).toEqual(['gift', null]);
    const { body } = await town.ask('GET', '/api/v1/me', { token: reader.token });
    expect(body).toMatchObject({ meter: { used: 0 } });
  });

  it('opens no other article, and no word that we did not seal', async () => {
    const gift = await give(town, giver.token, 'two');
    expect(await paper.refusalOf(gift, 'one')).toBe('unknown');
    const [id = '', seal = ''] = tokenOf(gift).split('.');
    for (const token of [id, `${id}.`, `${id}.${seal}x`, `.${seal}`, 'x', '%00']) {
      const path = `/api/v1/articles/two?gift=${encodeURIComponent(token)}`;
      expect((await paper.open(path)).access.giftRefusal, token).toBe('unknown');
    }
    const other = await give(town, giver.token, 'one');
    const swapped = `${other.id}.${seal}`;
    expect((await paper.open(`/api/v1/articles/one?gift=${swapped}`)).access.giftRefusal).toBe(
      'unknown',
    );
  });

  it('says nothing of the giver, on the page or in the API, to anybody', async () => {
    const gift = await give(town, giver.token, 'two');
    const secrets = [giver.id, giver.email, 'Gwendolyn'];
    const visitor = new Visitor(town.url);
    const page = await visitor.open(new URL(gift.url).pathname + new URL(gift.url).search);
    expect(page.html).toContain('behind the wall');
    const answer = await town.ask('GET', giftPath(gift));
    const told = [
      gift.url,
      page.html,
      JSON.stringify([...page.headers]),
      answer.text,
      JSON.stringify([...answer.headers]),
    ].join('\n');
    for (const secret of secrets) expect(told).not.toContain(secret);
  });
});

describe('A gift is dead for everybody', () => {
  /** Somebody has opened it already: she hears the same as a newcomer. */
  async function openedGift(member: Somebody, slug = 'one') {
    const gift = await give(town, member.token, slug);
    const { headers } = await town.ask('GET', giftPath(gift));
    const holder = { headers: { cookie: cookieOf(headers) } };
    expect((await paper.open(giftPath(gift), holder)).access.via).toBe('gift');
    const refusals = async () => {
      const { bodyHtml, access } = await paper.open(giftPath(gift), holder);
      expect(bodyHtml === null).toBe(!access.granted);
      return [access.giftRefusal, await paper.refusalOf(gift)];
    };
    return { gift, refusals };
  }

  it('once it is taken back, by nobody but its giver', async () => {
    const member = await paper.someGiver();
    const { gift, refusals } = await openedGift(member);
    const path = `/api/v1/me/gifts/${gift.id}`;
    expect((await town.ask('DELETE', path, { token: giver.token })).status).toBe(404);
    expect((await town.ask('DELETE', path, { token: admin })).status).toBe(404);
    expect(await refusals()).toEqual([null, null]);
    expect((await town.ask('DELETE', path, { token: member.token })).status).toBe(204);
    expect(await refusals()).toEqual(['withdrawn', 'withdrawn']);
    const { revokedAt } = await paper.seenBy(member, gift);
    expect((await town.ask('DELETE', path, { token: member.token })).status).toBe(204);
    expect((await paper.seenBy(member, gift)).revokedAt).toBe(revokedAt);
    const next = await give(town, member.token, 'one');
    expect(next.id).not.toBe(gift.id);
  });

  it('once its giver is banned, and good again when that was a mistake', async () => {
    const member = await paper.someGiver();
    const { refusals } = await openedGift(member);
    const deed = (what: string) =>
      town.ask('POST', `/api/v1/admin/members/${member.id}/${what}`, {
        token: admin,
        body: what === 'ban' ? { reason: 'Sells her gifts.' } : undefined,
      });
    expect((await deed('ban')).status).toBe(200);
    expect(await refusals()).toEqual(['withdrawn', 'withdrawn']);
    expect((await deed('unban')).status).toBe(200);
    expect(await refusals()).toEqual([null, null]);
  });

  it('once its giver is paid back, without a word of it to the gift', async () => {
    const { accessToken: token, user } = await joinAs(town);
    const { yearly } = await sell(town, admin, 'paid', [aYear]);
    await pay(town, await openCheckout(town, token, yearly));
    await town.mailbox();
    const { refusals } = await openedGift({ id: user.id, email: user.email, token });
    const path = `/api/v1/admin/members/${user.id}/refund`;
    const refunded = await town.ask('POST', path, { token: admin, body: {} });
    expect(refunded.body).toMatchObject({ membership: { state: 'ended' } });
    expect(await refusals()).toEqual(['withdrawn', 'withdrawn']);
  });

  it('once its giver has deleted her account', async () => {
    const member = await paper.someGiver();
    const { refusals } = await openedGift(member);
    const { token, email: confirm } = member;
    const left = await town.ask('DELETE', '/api/v1/me', { token, body: { confirm } });
    expect(left.status).toBe(204);
    expect(await refusals()).toEqual(['withdrawn', 'withdrawn']);
  });

  it('once its giver’s plan does not open the article any more', async () => {
    const member = await paper.someGiver(paper.gold.id);
    const { refusals } = await openedGift(member, 'golden');
    const body = { planId: paper.pro.id, until: inDays(300) };
    const path = `/api/v1/admin/members/${member.id}/comp`;
    expect((await town.ask('POST', path, { token: admin, body })).status).toBe(200);
    expect(await refusals()).toEqual(['withdrawn', 'withdrawn']);
  });

  it('at the millisecond of its expiry, and of the end of its giver’s membership', async () => {
    const clock = town.app.get(Clock) as AdjustableClock;
    const present = clock.now();
    try {
      const short = await paper.someGiver(paper.pro.id, 3);
      const [ending, lasting] = [await openedGift(short), await openedGift(giver, 'five')];
      clock.setTo(new Date(present.getTime() + 2 * day * 1000));
      expect([await ending.refusals(), await lasting.refusals()].flat()).toEqual([
        null,
        null,
        null,
        null,
      ]);
      clock.setTo(new Date(present.getTime() + 4 * day * 1000));
      expect(await ending.refusals()).toEqual(['withdrawn', 'withdrawn']);
      clock.setTo(new Date(lasting.gift.expiresAt));
      expect(await lasting.refusals()).toEqual(['expired', 'expired']);
    } finally {
      clock.setTo(present);
    }
  });
});

const inDays = (days: number): string =>
  new Date(town.app.get(Clock).now().getTime() + days * day * 1000).toISOString();
