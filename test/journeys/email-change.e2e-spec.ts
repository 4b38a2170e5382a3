/** A reader moves her account to another address: proven in both, told at the old one, and with nothing left behind there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { freshCard } from '../support/cards.js';
import { customerOf } from '../support/member.js';
import {
  type Tokens,
  codeIn,
  goodPassword,
  joinAs,
  lastMailTo,
  proveFreshly,
  someAddress,
  tokenIn,
} from '../support/readers.js';
import {
  type PlanOnSale,
  type TestTown,
  openCheckout,
  pay,
  sellPro,
  startTestTown,
} from '../support/town.js';

let town: TestTown;
let admin: string;
let plan: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  plan = await sellPro(town, admin);
});
afterAll(() => town.close());

const minutes = (count: number) => count * 60;

const post = (path: string, body: object, token?: string) =>
  town.ask('POST', `/api/v1/${path}`, { body, ...(token === undefined ? {} : { token }) });

const askFor = ({ accessToken }: Tokens, email: string) => post('me/email', { email }, accessToken);

const confirm = ({ accessToken }: Tokens, body: object) =>
  post('me/email/confirm', body, accessToken);

const login = (email: string) => post('auth/login', { email, password: goodPassword });

const subjectsTo = async (address: string) =>
  (await town.mailbox()).filter(({ to }) => to === address).map(({ subject }) => subject);

/** Moves her account by the mailed code. */
async function move(reader: Tokens, email: string): Promise<void> {
  await askFor(reader, email);
  const { status, text } = await confirm(reader, { code: codeIn(await lastMailTo(town, email)) });
  if (status !== 200) throw new Error(`The address was not changed: ${text}`);
}

describe('A reader who moves her account to another address', () => {
  it('shows first that it is her, then that she reads the new mailbox', async () => {
    const reader = await joinAs(town);
    const email = someAddress('new');
    town.advance(minutes(10));
    const early = await askFor(reader, email);
    expect([early.status, early.body]).toMatchObject([403, { code: 'auth/fresh-proof-required' }]);
    await proveFreshly(town, reader.accessToken);
    expect((await askFor(reader, email)).status).toBe(202);
    expect((await login(email)).status).toBe(401);

    const code = codeIn(await lastMailTo(town, email));
    const changed = await confirm(reader, { code });
    expect([changed.status, changed.body]).toEqual([200, { email }]);
    expect((await login(email)).status).toBe(200);
    expect((await login(reader.user.email)).status).toBe(401);
    expect((await confirm(reader, { code })).status).toBe(422);
  });

  it('may press the link instead, where she is signed in', async () => {
    const reader = await joinAs(town);
    const email = someAddress('new');
    await askFor(reader, email);
    const token = tokenIn(await lastMailTo(town, email));
    const stranger = await joinAs(town);
    expect((await confirm(stranger, { token })).status).toBe(422);
    const changed = await confirm(reader, { token });
    expect([changed.status, changed.body]).toEqual([200, { email }]);
  });

  it('stays signed in here, and nowhere else', async () => {
    const reader = await joinAs(town);
    const phone = (await login(reader.user.email)).body as Tokens;
    await move(reader, someAddress('new'));
    const me = (token: string) => town.ask('GET', '/api/v1/me', { token });
    expect((await me(phone.accessToken)).status).toBe(401);
    expect((await post('auth/refresh', { refreshToken: phone.refreshToken })).status).toBe(401);
    expect((await me(reader.accessToken)).status).toBe(200);
    expect((await post('auth/refresh', { refreshToken: reader.refreshToken })).status).toBe(200);
  });

  it('is told at the old address, without a word of the new one', async () => {
    const reader = await joinAs(town);
    const email = someAddress('new');
    await move(reader, email);
    const mail = await lastMailTo(town, reader.user.email);
    expect(mail.subject).toBe('Your account has a new address');
    expect(mail.text).toContain('If it was not you');
    expect(mail.text).not.toContain(email);
  });

  it('leaves nothing open at the old address', async () => {
    const reader = await joinAs(town);
    const { email: old } = reader.user;
    await post('auth/magic-link', { email: old });
    const code = codeIn(await lastMailTo(town, old));
    await post('auth/password/forgot', { email: old });
    const token = tokenIn(await lastMailTo(town, old));
    await move(reader, someAddress('new'));
    expect((await post('auth/magic-link/redeem', { email: old, code })).status).toBe(422);
    expect((await post('auth/password/reset', { token, password: 'nine loud geese' })).status).toBe(
      422,
    );
  });

  it('waits for the address that she named last, for ten minutes', async () => {
    const reader = await joinAs(town);
    const [first, second] = [someAddress('first'), someAddress('second')];
    await askFor(reader, first);
    const older = await lastMailTo(town, first);
    await askFor(reader, second);
    const newer = await lastMailTo(town, second);
    expect((await confirm(reader, { token: tokenIn(older) })).status).toBe(422);
    expect((await confirm(reader, { code: codeIn(older) })).status).toBe(422);
    town.advance(minutes(10));
    expect((await confirm(reader, { token: tokenIn(newer) })).status).toBe(422);
  });

  it('is written down without an address', async () => {
    const reader = await joinAs(town);
    const email = someAddress('new');
    await move(reader, email);
    const { pool } = town.app.get(Database);
    const { rows } = await pool.query<{ entry: string }>(
      `select to_jsonb(a)::text as entry from audit_entries a where "subjectId" = $1`,
      [reader.user.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.entry).toContain('member.email-changed');
    expect(rows[0]?.entry).not.toContain(email);
    expect(rows[0]?.entry).not.toContain(reader.user.email);
  });

  it('keeps her customer at Stripe, which writes to the new address', async () => {
    const reader = await joinAs(town);
    await pay(town, await openCheckout(town, reader.accessToken, plan.yearly), freshCard());
    const email = someAddress('new');
    await proveFreshly(town, reader.accessToken);
    await move(reader, email);
    await town.mailbox();
    const customer = customerOf(town, reader.user.id);
    const { customers } = (await town.askSimulator('GET', '/_sim/state')).body as {
      customers: { id: string; email: string }[];
    };
    expect(customers.find(({ id }) => id === customer)?.email).toBe(email);
  });

  it('takes the trial that she has had along, also beyond her account', async () => {
    const reader = await joinAs(town);
    await pay(town, await openCheckout(town, reader.accessToken, plan.yearly), freshCard());
    const email = someAddress('new');
    await proveFreshly(town, reader.accessToken);
    await move(reader, email);
    const left = await town.ask('DELETE', '/api/v1/me', {
      token: reader.accessToken,
      body: { confirm: email },
    });
    expect(left.status).toBe(204);
    await town.mailbox();
    const again = await joinAs(town, email);
    const session = await openCheckout(town, again.accessToken, plan.yearly);
    await pay(town, session, freshCard());
    await town.mailbox();
    const { body } = await town.ask('GET', '/api/v1/me/membership', { token: again.accessToken });
    expect(body).toMatchObject({ state: 'active', trialEndsAt: null });
  });
});

describe('An address that is somebody’s already', () => {
  it('is answered like any other, and its owner is told', async () => {
    const [reader, owner] = [await joinAs(town), await joinAs(town)];
    const free = await askFor(reader, someAddress('free'));
    const taken = await askFor(reader, owner.user.email);
    expect([taken.status, taken.text]).toEqual([free.status, free.text]);
    const mail = await lastMailTo(town, owner.user.email);
    expect(mail.subject).toBe('You already have an account');
    expect(mail.text).not.toMatch(/\b\d{6}\b|token=/);
    expect(mail.text).not.toContain(reader.user.email);
  });

  it('is not held by whoever only waits for it', async () => {
    const [reader, email] = [await joinAs(town), someAddress('wanted')];
    await askFor(reader, email);
    const waiting = await lastMailTo(town, email);
    const owner = await joinAs(town, email);
    expect((await login(email)).body).toMatchObject({ user: { id: owner.user.id } });
    const late = await confirm(reader, { token: tokenIn(waiting) });
    expect([late.status, late.body]).toMatchObject([409, { code: 'auth/email-taken' }]);
    expect((await login(reader.user.email)).status).toBe(200);
  });

  it('goes to one of two who confirm it at the same moment', async () => {
    const email = someAddress('wanted');
    const rivals = [await joinAs(town), await joinAs(town), await joinAs(town)];
    const tokens: string[] = [];
    for (const rival of rivals) {
      await askFor(rival, email);
      tokens.push(tokenIn(await lastMailTo(town, email)));
    }
    const answers = await Promise.all(
      rivals.map((rival, at) => confirm(rival, { token: tokens[at] })),
    );
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses[0]).toBe(200);
    // Whoever was late finds it taken, or the mail worth nothing any more.
    expect(statuses.slice(1).every((status) => status === 409 || status === 422)).toBe(true);
    expect((await login(email)).status).toBe(200);
  });

  it('is not asked for by whoever has it', async () => {
    const reader = await joinAs(town);
    const shouted = await askFor(reader, reader.user.email.toUpperCase());
    expect([shouted.status, shouted.body]).toMatchObject([422, { errors: [{ field: 'email' }] }]);
    expect(await subjectsTo(reader.user.email)).not.toContain('You already have an account');
  });
});

describe('A code for a new address', () => {
  it('is good once, also when it comes twenty times at the same moment', async () => {
    const [reader, email] = [await joinAs(town), someAddress('new')];
    await askFor(reader, email);
    const code = codeIn(await lastMailTo(town, email));
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(reader, { code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(19);
  });

  it('is not guessed: five wrong ones, and it is dead', async () => {
    const [reader, email] = [await joinAs(town), someAddress('new')];
    await askFor(reader, email);
    const code = codeIn(await lastMailTo(town, email));
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tried = 0; tried < 5; tried += 1) {
      expect((await confirm(reader, { code: wrong })).status).toBe(422);
    }
    expect((await confirm(reader, { code })).status).toBe(422);
  });
});
