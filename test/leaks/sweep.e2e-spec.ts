/** Whoever may not read a text finds not a word of it: at no address, in no way of asking, not in logs or letters. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Database } from '../../src/platform/database/database.js';
import { builtDescription } from '../support/built-api.js';
import { type Operation, operationsOf } from '../support/openapi.js';
import { withoutChance } from './chance.js';
import { fill } from './fillings.js';
import { type LeakTown, startLeakTown, unentitled } from './leak-town.js';
import { everyQuestion, inTurns, isAtHome, withTheWrongCredential } from './questions.js';
import { spentStory } from './planted-articles.js';
import { SaidAloud } from './said-aloud.js';
import { servedAddresses } from './served-routes.js';
import { type Question, Sweep } from './sweep.js';
import { type Way, as, asked, deviousWays, plainWays } from './ways-of-asking.js';
import { Wire } from './wire.js';

let here: LeakTown;
let wire: Wire;
let sweep: Sweep;
let log: SaidAloud;
let description: OpenAPIObject;
let addresses: string[];
let targets: string[];
let unfilled: string[];
let devious: Way[];
/** Where somebody who may read is shown canaries, with what marks that answer. */
const granted = new Map<
  string,
  { seen: string[]; etag?: string | undefined; modified?: string | undefined }
>();

const operations = (): Operation[] =>
  operationsOf(description).filter(({ method }) => method === 'GET');

beforeAll(async () => {
  log = new SaidAloud();
  // First: the strategy that reads tokens is one a process, and the town's has to be the last.
  description = await builtDescription();
  here = await startLeakTown();
  const { town, canaries } = here;
  wire = new Wire(town.url);
  sweep = new Sweep(wire, canaries);
  addresses = servedAddresses(town.app.getHttpAdapter().getInstance());
  const { pool } = town.app.get(Database);
  const { links } = here;
  const sealed = { 'previews/:token': links.previews, 'preview/:token': links.previews };
  const filled = await Promise.all(addresses.map((address) => fill(pool, address, sealed)));
  targets = filled.flatMap((each) => each.targets);
  unfilled = filled.flatMap(({ fault }) => fault);
  const [canary = ''] = canaries.of('members-story');
  devious = deviousWays({ canary, links, origin: town.url });
  await spendAllowances();
  await lookAsGranted();
});

afterAll(async () => {
  log.stop();
  wire.close();
  await here.town.close();
});

/** Strangers without a cookie are told apart by what their programs say: each of those has had her share. */
async function spendAllowances(): Promise<void> {
  for (const { headers } of [...plainWays, ...devious]) {
    await wire.send('GET', `/api/v1/articles/${spentStory}`, headers);
  }
}

/** As those who may: so that it is known where there is something to be leaked. */
async function lookAsGranted(): Promise<void> {
  const looking = new Sweep(wire, here.canaries);
  await Promise.all(
    everyQuestion(targets, here.granted, plainWays.slice(0, 1)).map(async (question) => {
      const { answer, seen } = await looking.put(question);
      if (seen.length === 0) return;
      const { etag, 'last-modified': modified } = answer.headers;
      granted.set(question.target, { seen, etag, modified });
    }),
  );
  if (looking.faults.length > 0) throw new Error(looking.faults.join('\n'));
}

/** Some of them: one fault has many faces. */
const faultsAfter = async (questions: Question[]): Promise<string[]> => {
  const before = sweep.faults.length;
  await sweep.ask(questions);
  return sweep.faults.slice(before, before + 30);
};

describe('The sweep', () => {
  it('goes to every address of the application and of the API’s description', () => {
    expect(unfilled).toEqual([]);
    expect(addresses.length).toBeGreaterThan(50);
    const described = operations().map(({ path }) => path.replaceAll(/\{(\w+)\}/g, ':$1'));
    expect(described.filter((path) => !addresses.includes(path))).toEqual([]);
  });

  it('would see the canaries: whoever may read is shown them', async () => {
    const member = here.granted.filter(({ reader }) => reader === 'member');
    const words = here.canaries
      .of('members-story')
      .filter((word) => here.canaries.perchOf(word).seenBy.includes('member'));
    expect(words.length).toBeGreaterThan(12);
    for (const target of ['/api/v1/articles/members-story', '/articles/members-story']) {
      const credential = member.find((each) => isAtHome(target, each));
      if (credential === undefined) throw new Error('A member has lost her token.');
      const { seen } = await sweep.put({ target, credential, way: as('JSON', {}) });
      expect(
        words.filter((word) => !seen.includes(word)),
        target,
      ).toEqual([]);
    }
    expect(granted.size).toBeGreaterThan(20);
  });
});

describe('Somebody who may not read it sees not a word of a text', () => {
  it.each(plainWays)('plainly asking for anything: $name', async (way) => {
    const questions = everyQuestion(targets, here.unentitled, [way]);
    expect(await faultsAfter(questions)).toEqual([]);
  });

  it('with what she is known by elsewhere', async () => {
    const way = as('JSON', { accept: 'application/json' });
    const questions = withTheWrongCredential(targets, here.unentitled, way);
    expect(await faultsAfter(questions)).toEqual([]);
  });

  it('in any way of asking', async () => {
    const { unentitled: readers } = here;
    const [hot, cold] = [true, false].map((isHot) =>
      targets.filter((target) => granted.has(target) === isHot),
    );
    const questions = [
      ...devious.flatMap((way, at) => {
        const wall = at % 2 === 0 ? '/api/v1/articles/members-story' : '/articles/members-story';
        return everyQuestion([wall], readers, [way]);
      }),
      ...inTurns(hot ?? [], readers, devious, 12),
      ...inTurns(cold ?? [], readers, devious, 45),
    ];
    expect(await faultsAfter(questions)).toEqual([]);
  });

  it('with any parameter that an address takes', async () => {
    const [canary = ''] = here.canaries.of('members-story');
    const values = ['1', '100', 'harbour', 'ines-vega', 'members-story', 'draft', canary];
    const questions = operations().flatMap(({ path, parameters }) => {
      const ways = parameters
        .filter((parameter) => parameter.in === 'query')
        .flatMap(({ name, schema }) =>
          (schema?.enum ?? values).map((value) => asked(`${name}=${String(value)}`)),
        );
      const prefix = path.split('{')[0] ?? path;
      const there = targets.filter((each) =>
        path.includes('{') ? each.startsWith(prefix) : each === path,
      );
      // Each once, the targets taking turns as the readers do.
      return inTurns(there, here.unentitled, ways, there.length);
    });
    expect(questions.length).toBeGreaterThan(100);
    expect(await faultsAfter(questions)).toEqual([]);
  });

  it('nor is told that what a member was shown is still the same', async () => {
    const faults: string[] = [];
    for (const [target, { seen, etag, modified }] of granted) {
      const way = as('a member’s validators', {
        'if-none-match': etag ?? '"0"',
        'if-modified-since': modified ?? new Date(Date.now() + 86_400_000).toUTCString(),
      });
      const mayNot = here.unentitled.filter(({ reader }) =>
        seen.some((word) => !here.canaries.perchOf(word).seenBy.includes(reader)),
      );
      for (const credential of mayNot.filter((each) => isAtHome(target, each))) {
        const { answer } = await sweep.put({ target, credential, way });
        if (answer.status === 304) faults.push(`${target} as ${credential.reader}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it.each([
    [0, 'q', 'members-story', 'text'],
    [1, 'q', 'draft', 'title'],
    [2, 'search', 'plan-story', 'caption'],
    [3, 'tag', 'unpublished', 'tag'],
  ])('looking for word %i learns nothing of it: %s, %s: %s', async (turn, name, article, place) => {
    const { canaries, unentitled: readers } = here;
    const canary = canaries.of(article).find((word) => canaries.perchOf(word).place === place);
    if (canary === undefined) throw new Error(`Nothing sits there: ${place} of ${article}.`);
    const other = canaries.unheard();
    const told = async (question: Question, word: string): Promise<string> => {
      const { answer } = await sweep.put({ ...question, way: asked(`${name}=${word}`) });
      return withoutChance(`${answer.status} ${answer.body}`)
        .replaceAll(canary, '…')
        .replaceAll(other, '…');
    };
    const there = targets.filter(
      (target, row) => row % 4 === turn || /\/(search|articles)$/.test(target),
    );
    const faults = await Promise.all(
      inTurns(there, readers, [asked(name)]).map(async (question) => {
        const [found, lost] = [await told(question, canary), await told(question, other)];
        if (found === lost) return [];
        return [`${question.target} as ${question.credential.reader}: ${differing(found, lost)}`];
      }),
    );
    expect(faults.flat()).toEqual([]);
    expect(sweep.faults).toEqual([]);
  });
});

/** A page that tells when a trial would end tells another instant at each request. */
/** Where two answers begin to differ. */
function differing(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  return `${around(one)} / ${around(other)}`;
}

describe('No gated word stands', () => {
  it('in a letter', async () => {
    const mails = await here.town.mailbox();
    expect(mails.length).toBeGreaterThan(0);
    expect([...here.canaries.in(JSON.stringify(mails))]).toEqual([]);
  });

  it('in a table of the database but the one for texts', async () => {
    const { pool } = here.town.app.get(Database);
    const { rows } = await pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'article_texts'`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const { rows: kept } = await pool.query<{ row: string }>(
        `select t::text as row from ${name} t`,
      );
      for (const { row } of kept) {
        const perches = [...here.canaries.in(row)].map((word) => here.canaries.perchOf(word));
        found.push(
          ...perches
            .filter(({ article }) => !['draft', 'unpublished'].includes(article))
            .map(({ place }) => `${name}: ${place}`),
        );
      }
    }
    expect(rows.length).toBeGreaterThan(30);
    expect(found).toEqual([]);
  });

  it('in the log', () => {
    const said = log.stop();
    expect([...here.canaries.in(said)]).toEqual([]);
    const ways = plainWays.length + devious.length;
    process.stdout.write(
      `Swept: ${addresses.length} addresses (${targets.length} with what stands there) × ${unentitled.length} kinds of readers × ${ways} ways of asking, ${sweep.asked} requests.\n`,
    );
  });
});
