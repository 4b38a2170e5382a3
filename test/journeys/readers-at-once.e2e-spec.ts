/** Many readers who come at the very same moment: the database is asked for all of them at once, and each is herself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MeteredTown, startMeteredTown } from '../support/metered-town.js';
import { type Tokens, joinAs } from '../support/readers.js';
import { publish, sellPro } from '../support/town.js';

const kinds = ['member', 'reader', 'signed out'] as const;

interface Arrival extends Tokens {
  kind: (typeof kinds)[number];
}

interface Told {
  email: string;
  bodyHtml?: string | null;
  access: { granted: boolean; via: string | null; denial: string | null };
}

const story = 'members-only';
let town: MeteredTown;
let arrivals: Arrival[];

beforeAll(async () => {
  town = await startMeteredTown(5);
  await town.setMeter({ anonymousLimit: 0 });
  await publish(town, town.admin, { slug: story, gate: 'members' });
  const plan = await sellPro(town, town.admin);
  arrivals = await Promise.all(
    Array.from({ length: 36 }, async (_, number) => {
      const tokens = await joinAs(town);
      const kind = kinds[number % kinds.length] ?? 'reader';
      if (kind === 'member') await comp(tokens.user.id, plan.id);
      if (kind === 'signed out') await as(tokens, 'POST', '/api/v1/auth/logout');
      return { ...tokens, kind };
    }),
  );
});
afterAll(() => town.close());

async function as({ accessToken: token }: Tokens, method: string, path: string) {
  const { status, body } = await town.ask(method, path, { token });
  return { status, body: body as Told };
}

async function comp(id: string, planId: string): Promise<void> {
  const { status } = await town.ask('POST', `/api/v1/admin/members/${id}/comp`, {
    token: town.admin,
    body: { planId, until: '2099-01-01T00:00:00Z' },
  });
  expect(status).toBeLessThan(300);
}

describe('Of three dozen who come at the same moment', () => {
  it('members read, others see the wall, and nobody reads whose session is over', async () => {
    for (const _ of [1, 2, 3]) {
      const answers = await Promise.all(
        arrivals.map((each) => as(each, 'GET', `/api/v1/articles/${story}`)),
      );
      answers.forEach(({ status, body }, at) => {
        const kind = arrivals[at]?.kind;
        const got = status === 200 ? (body.access.via ?? body.access.denial) : status;
        const due = { member: 'membership', reader: 'membership-required', 'signed out': 401 };
        expect([kind, got]).toEqual([kind, kind && due[kind]]);
        expect(body.bodyHtml === null || body.bodyHtml === undefined).toBe(kind !== 'member');
      });
    }
  });

  it('each is told of herself', async () => {
    const present = arrivals.filter(({ kind }) => kind !== 'signed out');
    const answers = await Promise.all(present.map((each) => as(each, 'GET', '/api/v1/me')));
    expect(answers.map(({ body }) => body.email)).toEqual(present.map(({ user }) => user.email));
  });

  it('each opens as many metered articles as she has units, and keeps those', async () => {
    const readers = arrivals.filter(({ kind }) => kind === 'reader').slice(0, 8);
    const opened = async () => {
      const answers = await Promise.all(
        readers.flatMap((each) =>
          town.slugs.map((slug) => as(each, 'GET', `/api/v1/articles/${slug}`)),
        ),
      );
      return readers.map((_, at) =>
        answers
          .slice(at * town.slugs.length, (at + 1) * town.slugs.length)
          .map(({ body }) => body.access.granted),
      );
    };
    const first = await opened();
    expect(first.map((granted) => granted.filter(Boolean).length)).toEqual(readers.map(() => 3));
    expect(await opened()).toEqual(first);
  });
});
