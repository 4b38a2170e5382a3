/** Nothing that can be measured from outside tells what stands behind a wall, nor that anything does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { QueryLog } from '../support/query-log.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, aYear, publish, sell, startTestTown } from '../support/town.js';
import { withoutChance } from './chance.js';
import { fill } from './fillings.js';
import { servedAddresses } from './served-routes.js';
import { type Arrived, Wire } from './wire.js';
import { overwriting } from '../support/writers.js';

const gates = ['registered', 'metered', 'members'] as const;
const short = '<p>In front.</p><!--paywall--><p>Hidden.</p>';
const long = `<p>In front.</p><!--paywall-->${'<h2>More</h2><p>Words, <em>words</em> and the zoo.</p><figure><img src="/zoo.png" alt="The zoo"><figcaption>The zoo</figcaption></figure>'.repeat(2_000)}`;
const accept = 'application/json, text/html;q=0.9';

let town: TestTown;
let wire: Wire;
let admin: string;
let queries: QueryLog;
/** By what a refused reader is known; none of them is ever granted the members' article. */
let refused: Record<string, Record<string, string>>;
let targets: string[];
let searches: string[];

beforeAll(async () => {
  town = await startTestTown({ METER_ANONYMOUS: '0', METER_REGISTERED: '0' });
  wire = new Wire(town.url);
  const { pool } = town.app.get(Database);
  queries = new QueryLog(town);
  admin = await town.staff('admin');
  const { id: planId } = await sell(town, admin, 'pro', [aYear]);
  for (const gate of gates) await publish(town, admin, { slug: `${gate}-story`, gate });
  const harbour = { slug: 'harbour', name: 'Harbour' };
  await town.ask('POST', '/api/v1/admin/sections', { token: admin, body: harbour });
  for (const gate of gates) await change(`${gate}-story`, { section: 'harbour', tags: ['Trams'] });
  for (const slug of ['twin-one', 'twin-two'])
    await publish(town, admin, { slug, gate: 'members' });
  await publish(town, admin, { slug: 'open-story', gate: 'public' });
  const registered = await joinAs(town);
  const lapsed = await joinAs(town);
  const until = new Date(town.app.get(Clock).now().getTime() + 60_000);
  await town.ask('POST', `/api/v1/admin/members/${lapsed.user.id}/comp`, {
    token: admin,
    body: { planId, until },
  });
  await town.pass(120);
  refused = {
    stranger: {},
    registered: { authorization: `Bearer ${registered.accessToken}` },
    lapsed: { authorization: `Bearer ${lapsed.accessToken}` },
  };
  const addresses = servedAddresses(town.app.getHttpAdapter().getInstance());
  // What is looked for here is about articles, whatever else the town has.
  const filled = await Promise.all(addresses.map((address) => fill(pool, address, {})));
  targets = filled.flatMap((each) => each.targets);
  // A word that stands in the long texts and nowhere else, for whatever searches.
  searches = addresses.filter((each) => !/[:*]/.test(each)).map((each) => `${each}?q=zoo`);
});

afterAll(async () => {
  wire.close();
  await town.close();
});

const look = (method: string, path: string, headers: Record<string, string>): Promise<Arrived> =>
  wire.send(method, path, { accept, ...headers });

const ids = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g;

/** An answer without the instants that are public news: when it appeared, was edited, and was asked for. */
function bare({ status, head, body }: Arrived): string {
  return withoutChance(`${status}\n${head}\n${body}`);
}

/** An ETag is made of the bytes that it marks: it tells no more than they do, and changes with every instant in them. */
const withoutTag = (text: string): string => text.replaceAll(/^(W\/)?"[\w+/=-]+"$/gm, 'a tag');

/** What is told of one of two twins. */
const nameless = (answer: Arrived): string =>
  withoutTag(bare(answer))
    .replaceAll(ids, 'an id')
    .replaceAll(/twin-(one|two)/g, 'twin');

const idOf = async (slug: string): Promise<string> => {
  const { pool } = town.app.get(Database);
  const { rows } = await pool.query<{ id: string }>('select id from articles where slug = $1', [
    slug,
  ]);
  return rows[0]?.id ?? '';
};

async function change(slug: string, body: object): Promise<void> {
  const path = `/api/v1/admin/articles/${await idOf(slug)}`;
  const { status, text } = await town.ask('PATCH', path, {
    token: admin,
    body,
    headers: overwriting,
  });
  if (status !== 200) throw new Error(text);
}

const rewrite = (slug: string, bodyHtml: string): Promise<void> => change(slug, { bodyHtml });

/** Everything that refused readers are answered anywhere, by who asked for what. */
async function everything(): Promise<Map<string, Arrived>> {
  const answers = new Map<string, Arrived>();
  const questions = targets.flatMap((target) =>
    Object.keys(refused).flatMap((reader) =>
      target.includes('registered-story') && reader !== 'stranger' ? [] : [{ target, reader }],
    ),
  );
  const asked = questions.flatMap(({ target, reader }) => [
    { method: 'GET', target, reader },
    ...(reader === 'stranger' ? [{ method: 'HEAD', target, reader }] : []),
  ]);
  for (const target of searches) asked.push({ method: 'GET', target, reader: 'stranger' });
  for (const { method, target, reader } of asked) {
    const answer = await look(method, target, refused[reader] ?? {});
    answers.set(`${method} ${target} as ${reader}`, answer);
  }
  return answers;
}

describe('Somebody who may not read a text', () => {
  it('is answered the same everywhere, whatever is written behind the cut', async () => {
    for (const gate of gates) await rewrite(`${gate}-story`, short);
    const before = await everything();
    for (const gate of gates) await rewrite(`${gate}-story`, long);
    const after = await everything();
    const changed = [...before].flatMap(([question, one]) => {
      const other = after.get(question) ?? one;
      const isSame = withoutTag(bare(one)) === withoutTag(bare(other));
      const isBodyTheSame = question.startsWith('GET') && one.body === other.body;
      const isMarkedAlike = !isBodyTheSame || one.headers.etag === other.headers.etag;
      return isSame && isMarkedAlike ? [] : [question];
    });
    expect(changed).toEqual([]);
    expect(before.size).toBeGreaterThan(300);
    // What is written in front is seen.
    await rewrite('members-story', short.replace('In front', 'Out there'));
    const path = '/api/v1/articles/members-story';
    expect((await look('GET', path, {})).body).not.toBe(after.get(`GET ${path} as stranger`)?.body);
    await rewrite('members-story', short);
  });

  it('sees two articles alike that differ only in their texts', async () => {
    await rewrite('twin-one', short);
    await rewrite('twin-two', long);
    for (const [reader, headers] of Object.entries(refused)) {
      for (const method of ['GET', 'HEAD']) {
        for (const path of ['/api/v1/articles/twin-', '/articles/twin-']) {
          const [one, two] = await Promise.all(
            ['one', 'two'].map(async (name) => nameless(await look(method, path + name, headers))),
          );
          expect(one, `${method} ${path} as ${reader}`).toBe(two);
        }
      }
    }
  });

  it('is given no date that moves with the text, and a tag only of what she is shown', async () => {
    for (const [reader, headers] of Object.entries(refused)) {
      for (const path of ['/api/v1/articles/members-story', '/articles/members-story']) {
        const [first, second] = [
          await look('GET', path, headers),
          await look('GET', path, headers),
        ];
        expect(first.headers['last-modified'], `${path} as ${reader}`).toBeUndefined();
        expect(second.headers.etag).toBe(first.headers.etag);
        const { etag } = first.headers;
        if (etag === undefined) continue;
        await rewrite('members-story', `${short}<p>An edit.</p>`);
        const later = await look('GET', path, { ...headers, 'if-none-match': etag });
        // That it was edited is public news; what was, is not.
        expect([later.status, bare(later)]).toEqual([
          200,
          withEtag(bare(first), later.headers.etag),
        ]);
      }
    }
  });

  it('costs the same work, however much text there is', async () => {
    for (const [reader, headers] of Object.entries(refused)) {
      for (const path of ['/api/v1/articles/twin-', '/articles/twin-']) {
        const work = async (name: string): Promise<string[]> => {
          await look('GET', path + name, headers);
          return queries.during(() => look('GET', path + name, headers));
        };
        const [one, two] = [await work('one'), await work('two')];
        expect(one, `${path} as ${reader}`).toEqual(two);
      }
    }
  });

  it('never has a text read for her, whatever she asks for', async () => {
    const touched: string[] = [];
    const closed = targets.filter((target) => !/open-story|registered-story/.test(target));
    for (const target of closed) {
      for (const [reader, headers] of Object.entries(refused)) {
        const asked = await queries.during(() => look('GET', target, headers));
        if (asked.some((text) => /article_texts/.test(text)))
          touched.push(`${target} as ${reader}`);
      }
    }
    expect(touched).toEqual([]);
    const open = await queries.during(() => look('GET', '/api/v1/articles/open-story', {}));
    expect(open.filter((text) => /article_texts/.test(text))).toHaveLength(1);
  });
});

describe('An article whose marker stands first', () => {
  it('shows its standfirst and nothing of the text', async () => {
    await rewrite('twin-one', `<!--paywall-->${short}`);
    const { previewHtml } = JSON.parse(
      (await look('GET', '/api/v1/articles/twin-one', {})).body,
    ) as { previewHtml: string };
    expect(previewHtml).toBe('');
    const page = await wire.send('GET', '/articles/twin-one', { accept: 'text/html' });
    expect(page.body).toContain('What happened, and why it matters.');
    expect(page.body).not.toMatch(/In front|Hidden/);
  });
});

describe('An article that is not published', () => {
  it('is answered as one that was never written', async () => {
    const draft = { title: 'A plan', slug: 'secret-plan', bodyHtml: long };
    await town.ask('POST', '/api/v1/admin/articles', { token: admin, body: draft });
    await publish(town, admin, { slug: 'taken-back', gate: 'public' });
    await town.ask('POST', `/api/v1/admin/articles/${await idOf('taken-back')}/unpublish`, {
      token: admin,
    });
    for (const slug of ['secret-plan', 'taken-back']) {
      const none = slug.replace(/\w/g, 'x');
      for (const [reader, headers] of Object.entries(refused)) {
        for (const path of ['/api/v1/articles/', '/articles/']) {
          const [hidden, unknown] = [
            await look('GET', path + slug, headers),
            await look('GET', path + none, headers),
          ];
          expect(hidden.status).toBe(404);
          expect(bare(hidden).replaceAll(slug, none), `${path}${slug} as ${reader}`).toBe(
            bare(unknown),
          );
          const byId = await look('GET', path + (await idOf(slug)), headers);
          expect(byId.status).toBe(404);
        }
      }
    }
  });
});

describe('An article that was public and is not any more', () => {
  it('is nowhere told to be unchanged, and shown nowhere at once', async () => {
    const word = 'Hidden behind the wall.';
    await publish(town, admin, { slug: 'turning-story', gate: 'public' });
    const about = ['/api/v1/articles/turning-story', '/articles/turning-story'];
    const others = targets.filter((target) => !/[a-z]-story$|twin-/.test(target));
    const before = new Map<string, Arrived>();
    for (const target of [...about, ...others]) before.set(target, await look('GET', target, {}));
    expect(about.map((target) => before.get(target)?.body.includes(word))).toEqual([true, true]);
    await change('turning-story', { gate: 'members' });
    for (const [target, { headers }] of before) {
      const again = await look('GET', target, {
        ...(headers.etag === undefined ? {} : { 'if-none-match': headers.etag }),
        ...(headers['last-modified'] === undefined
          ? {}
          : { 'if-modified-since': headers['last-modified'] }),
      });
      const about = `${target} ${again.status}`;
      if (target.includes('turning-story')) expect(about).toBe(`${target} 200`);
      expect(again.body.includes('turning-story') && again.body.includes(word), about).toBe(false);
    }
  });
});

function withEtag(text: string, etag: string | undefined): string {
  return etag === undefined ? text : text.replace(/^(W\/)?"[\w+/=-]+"$/m, etag);
}
