/** One page with a member's whole life, and the same life as it happened: complete, in order, and cheap to ask for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MemberDesk, type Reader, openMemberDesk } from '../support/member-desk.js';
import { QueryLog } from '../support/query-log.js';
import { publish, type TestTown } from '../support/town.js';

interface Moment {
  at: string;
  kind: string;
  what: string;
  ref: string;
  about: string | null;
  money: { amount: number; currency: string } | null;
}

interface Timeline {
  items: Moment[];
  nextCursor: string | null;
}

type Life = Record<string, unknown> & {
  sessions: Record<string, unknown>[];
  letters: { key: string }[];
  events: { type: string; status: string }[];
  audit: { action: string; actor: { name: string } | null }[];
};

let desk: MemberDesk;
let town: TestTown;
let tess: Reader;
let fritz: Reader;

beforeAll(async () => {
  desk = await openMemberDesk();
  ({ town } = desk);
  const editor = await town.staff('editor');
  await publish(town, editor, { slug: 'a-story', gate: 'metered' });
  fritz = await desk.someReader();
  await town.ask('GET', '/api/v1/articles/a-story', { token: fritz.token });
  tess = await desk.someMember(desk.pro);
  await town.ask('POST', '/api/v1/articles/a-story/gifts', { token: tess.token });
  await desk.deed(tess, 'notes', { text: 'Writes for the Herald.' });
  await desk.ask('PUT', `/api/v1/admin/members/${tess.id}/labels`, { labels: ['press'] });
  await desk.deed(tess, 'cancel', { at: 'period-end' });
  await town.mailbox();
});

afterAll(() => town.close());

const pathOf = ({ id }: Pick<Reader, 'id'>): string => `/api/v1/admin/members/${id}`;
const lifeOf = async (whom: Reader): Promise<Life> =>
  (await desk.ask('GET', pathOf(whom))).body as Life;

async function timelineOf(whom: Reader, query: string): Promise<Timeline> {
  const { status, body, text } = await desk.ask('GET', `${pathOf(whom)}/timeline${query}`);
  expect(status, text).toBe(200);
  return body as Timeline;
}

async function leafThrough(whom: Reader, limit: number): Promise<Moment[]> {
  const seen: Moment[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more = cursor === '' ? '' : `&cursor=${cursor}`;
    const page = await timelineOf(whom, `?limit=${limit}${more}`);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    seen.push(...page.items);
    cursor = page.nextCursor;
  }
  return seen;
}

describe('A member’s file', () => {
  it('holds where she stands, what she bought and what staff know of her', async () => {
    const life = await lifeOf(tess);
    expect(life).toMatchObject({
      id: tess.id,
      roles: [],
      labels: ['press'],
      membership: { state: 'trialing' },
      trials: [{ isRepeat: false }],
      hasHadTrial: true,
      notes: [{ text: 'Writes for the Herald.' }],
      gifts: [{ slug: 'a-story', opened: 0 }],
      secondFactor: { authenticator: false, passkeys: 0 },
      meter: { used: 0 },
      reads: [],
    });
    expect(life.letters.map(({ key }) => key.split(':')[0])).toContain('trial-started');
    expect(life.events.map(({ type }) => type)).toContain('customer.subscription.created');
    expect(new Set(life.events.map(({ status }) => status))).toEqual(new Set(['processed']));
    expect(life.audit.map(({ action, actor }) => [action, actor?.name])).toEqual([
      ['member.cancelled', 'admin'],
      ['member.labelled', 'admin'],
      ['member.noted', 'admin'],
    ]);
  });

  it('names what a reader opened by the meter, without a word of it', async () => {
    const { text, body } = await desk.ask('GET', pathOf(fritz));
    expect(body).toMatchObject({
      meter: { limit: 3, used: 1, remaining: 2 },
      reads: [{ slug: 'a-story', title: 'The story of a-story' }],
    });
    expect(text).not.toContain('behind the wall');
  });

  it('shows her devices, and nothing that opens one', async () => {
    const { sessions } = await lifeOf(fritz);
    expect(sessions.map((session) => Object.keys(session).toSorted())).toEqual([
      ['createdAt', 'device', 'expiresAt', 'id', 'kind', 'lastUsedAt', 'userAgent'],
    ]);
  });

  it('of a deleted account is the books', async () => {
    const leaver = await desk.someMember();
    await desk.deed(leaver, 'notes', { text: 'Moved away.' });
    await desk.ask('DELETE', pathOf(leaver));
    await town.mailbox();
    const life = await lifeOf(leaver);
    expect(life).toMatchObject({ meter: null, reads: [], sessions: [], notes: [], labels: [] });
    expect(life['ledger']).toHaveLength(1);
    const kinds = new Set((await leafThrough(leaver, 100)).map(({ kind }) => kind));
    expect(kinds).toContain('money');
    expect(kinds).not.toContain('note');
    expect(kinds).not.toContain('session');
  });
});

describe('A member’s timeline', () => {
  it('tells what happened, of every kind, the newest first', async () => {
    const moments = await leafThrough(tess, 100);
    const times = moments.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
    const told = moments.map(({ kind, what, about }) => `${kind} ${what} ${about}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'account opened null',
        'membership began PRO, sold',
        'trial began null',
        'gift given The story of a-story',
        'note noted Writes for the Herald.',
        'letter trial-started null',
        'stripe-event customer.subscription.created processed',
      ]),
    );
    expect(moments.filter(({ kind }) => kind === 'deed')).toMatchObject([
      { what: 'member.cancelled' },
      { what: 'member.labelled' },
      { what: 'member.noted' },
    ]);
    const [session] = (await lifeOf(tess)).sessions;
    expect(moments.filter(({ kind }) => kind === 'session')).toMatchObject([
      { what: 'began', about: session?.['device'] },
    ]);
    expect(session?.['device']).toEqual(expect.any(String));
    const read = (await leafThrough(fritz, 100)).find(({ kind }) => kind === 'read');
    expect(read).toMatchObject({ ref: 'a-story', about: 'The story of a-story', money: null });
  });

  it('tells of money in its currency', async () => {
    const member = await desk.someMember();
    const moments = await leafThrough(member, 100);
    const paid = { amount: 30_000, currency: 'usd' };
    expect(moments.find(({ kind }) => kind === 'money')).toMatchObject({
      what: 'payment',
      money: paid,
    });
    expect(moments.find(({ kind }) => kind === 'invoice')).toMatchObject({
      what: 'paid',
      money: paid,
    });
  });

  it.each([1, 2, 3, 7])('is the same in pages of %i as in one piece', async (limit) => {
    const whole = await leafThrough(tess, 100);
    expect(whole.length).toBeGreaterThan(12);
    expect(await leafThrough(tess, limit)).toEqual(whole);
  });

  it('is somebody’s, and takes only cursors of its own', async () => {
    const nobody = { id: '01890000-0000-7000-8000-000000000000' };
    expect((await desk.ask('GET', `${pathOf(nobody)}/timeline`)).status).toBe(404);
    expect((await desk.ask('GET', `${pathOf(tess)}/timeline?cursor=eyJ9`)).status).toBe(400);
  });
});

describe('What it costs the database', () => {
  it('does not grow with what there is to tell', async () => {
    const log = new QueryLog(town);
    const cost = async (path: string): Promise<number> => {
      expect((await desk.ask('GET', path)).status).toBe(200);
      return (await log.during(() => desk.ask('GET', path))).length;
    };
    const plain = await desk.someMember(desk.pro);
    await town.mailbox();
    const before = await cost(pathOf(plain));
    for (let number = 0; number < 5; number += 1) {
      await desk.deed(plain, 'notes', { text: `Note ${number}.` });
    }
    await town.ask('POST', '/api/v1/articles/a-story/gifts', { token: plain.token });
    await desk.deed(plain, 'cancel', { at: 'period-end' });
    await town.mailbox();
    // One more than before the first deed: who did it.
    expect(await cost(pathOf(plain))).toBeLessThanOrEqual(before + 1);
    expect(before).toBeLessThanOrEqual(24);
    expect(await cost(`${pathOf(plain)}/timeline`)).toBe(3);
    // Among the newest are fewer than a page of them: then the index is asked.
    expect(await cost('/api/v1/admin/members?state=trialing')).toBe(3);
  });
});
