/** Nobody learns whether an address is known: not by an answer, nor by the work behind it, nor by its time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PasswordHasher } from '../../src/users/passwords/password-hasher.js';
import { type Answer, ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { QueryLog } from '../support/query-log.js';
import { type Tokens, goodPassword, joinAs, someAddress } from '../support/readers.js';

let town: TestApp;
let log: QueryLog;
let hashes = 0;
let asker: Tokens;

beforeAll(async () => {
  town = await startTestApp({ LIMITS_FACTOR: '100000', PASSWORD_MEMORY: '19456' });
  log = new QueryLog(town);
  countHashes(town.app.get(PasswordHasher));
  asker = await joinAs(town);
});
afterAll(() => town.close());

/** Lets each hash through, and counts it. */
function countHashes(hasher: PasswordHasher): void {
  for (const name of ['hash', 'hashFor', 'matches'] as const) {
    const work = hasher[name].bind(hasher) as (...given: unknown[]) => unknown;
    const counted = (...given: unknown[]): unknown => {
      hashes += 1;
      return work(...given);
    };
    Object.defineProperty(hasher, name, { value: counted });
  }
}

const post = (path: string, body: object, token?: string): Promise<Answer> =>
  ask(town.url, 'POST', `/api/v1/${path}`, { body, ...(token === undefined ? {} : { token }) });

/** What a stranger may ask about an address, over the API. */
const questions: [name: string, question: (email: string) => Promise<Answer>][] = [
  ['signing in', (email) => post('auth/login', { email, password: 'a wrong one, and long' })],
  ['registering', (email) => post('auth/register', { email, password: goodPassword })],
  ['a mailed link', (email) => post('auth/magic-link', { email })],
  ['a forgotten password', (email) => post('auth/password/forgot', { email })],
  ['another address', (email) => post('me/email', { email }, asker.accessToken)],
  [
    'a guessed code',
    (email) => post('auth/magic-link/redeem', { email, code: '123456', request: 'anything' }),
  ],
];

/** Everything of an answer but what is random or the time. */
function shown({ status, headers, text }: Answer): object {
  const said = [...headers].filter(([name]) => name !== 'date');
  return { status, headers: said, text: text.replace(/"request":"[\w-]{43}"/, '"request":"…"') };
}

interface Work {
  queries: string[];
  hashes: number;
}

async function workOf(question: () => Promise<unknown>): Promise<Work> {
  const before = hashes;
  const queries = await log.during(question);
  return { queries: queries.toSorted(), hashes: hashes - before };
}

/** What the process does by itself may fall into one of them: what differs for good differs each time. */
async function sameWork(
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<[Work, Work]> {
  for (let tried = 1; ; tried += 1) {
    await town.mailbox();
    const one = await workOf(first);
    await town.mailbox();
    const other = await workOf(second);
    if (JSON.stringify(one) === JSON.stringify(other) || tried === 3) return [one, other];
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

describe.each(questions)('Whoever asks about an address by %s', (_, question) => {
  it('hears the same whether it is known or not', async () => {
    const known = await joinAs(town);
    const [one, other] = [await question(known.user.email), await question(someAddress())];
    expect(shown(one)).toEqual(shown(other));
  });

  it('sets the same work going', async () => {
    const known = await joinAs(town);
    // Once before, so that nothing is prepared for the first time.
    await question(someAddress());
    const [one, other] = await sameWork(
      () => question(known.user.email),
      () => question(someAddress()),
    );
    expect(one).toEqual(other);
  });

  it('waits as long', async () => {
    const known: string[] = [];
    for (let at = 0; at < 4; at += 1) known.push((await joinAs(town)).user.email);
    await town.mailbox();
    const times: [known: number[], unknown: number[]] = [[], []];
    // In turn, so that whatever else the machine does falls on both alike.
    for (let at = 0; at < 16; at += 1) {
      for (const which of at % 2 === 0 ? [0, 1] : [1, 0]) {
        const email = which === 0 ? (known[at % known.length] ?? '') : someAddress();
        const started = performance.now();
        await question(email);
        times[which]?.push(performance.now() - started);
      }
    }
    const [one, other] = [median(times[0]), median(times[1])];
    // Generous, so that a busy machine fails nobody: that no work is left out is shown above.
    expect(Math.abs(one - other)).toBeLessThan(Math.max(one, other) * 0.6 + 10);
  }, 60_000);
});
