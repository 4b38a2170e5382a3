/** A mailed code belongs to whoever asked for it: with the request it opens that, and without it what it always did. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { codeIn, goodPassword, joinAs, lastMailTo, someAddress } from '../support/readers.js';

let town: TestApp;
beforeAll(async () => {
  town = await startTestApp();
});
afterAll(() => town.close());

const post = (path: string, body: object) =>
  ask(town.url, 'POST', `/api/v1/auth/${path}`, { body });

const requestOf = async (path: string, body: object): Promise<string> =>
  ((await post(path, body)).body as { request: string }).request;

/** Asks for a mail; what the answer and the mail hold. */
async function asked(email: string): Promise<{ request: string; code: string }> {
  const request = await requestOf('magic-link', { email });
  return { request, code: codeIn(await lastMailTo(town, email)) };
}

const redeem = async (body: object) => (await post('magic-link/redeem', body)).status;

const emailOfReader = async () => (await joinAs(town)).user.email;

describe('Whoever asks for a mail', () => {
  it('gets a request with 256 random bits, known or not, and also when no mail goes out', async () => {
    const email = someAddress();
    const seen = new Set<string>();
    for (let at = 0; at < 7; at += 1) seen.add(await requestOf('magic-link', { email }));
    seen.add(await requestOf('password/forgot', { email: await emailOfReader() }));
    seen.add(await requestOf('register', { email: someAddress(), password: goodPassword }));
    expect(seen.size).toBe(9);
    for (const request of seen) expect(request).toMatch(/^[\w-]{43}$/);
  });

  it('opens with it what she asked for, and nothing that somebody else did', async () => {
    const email = await emailOfReader();
    const hers = await asked(email);
    const thiefs = await asked(email);
    expect(await redeem({ email, code: hers.code, request: thiefs.request })).toBe(422);
    expect(await redeem({ email, code: hers.code, request: 'made up' })).toBe(422);
    expect(await redeem({ email, code: hers.code, request: hers.request })).toBe(200);
    // The others that waited are worth nothing once she is in.
    expect(await redeem({ email, code: thiefs.code, request: thiefs.request })).toBe(422);
  });

  it('may leave it out, and mails that cross are all good', async () => {
    const email = await emailOfReader();
    const older = await asked(email);
    await asked(email);
    expect(await redeem({ email, code: older.code })).toBe(200);
  });

  it('is not locked out by whoever guesses with another request', async () => {
    const email = await emailOfReader();
    const hers = await asked(email);
    const thiefs = await asked(email);
    const wrong = hers.code === '000000' || thiefs.code === '000000' ? '000001' : '000000';
    for (let tried = 0; tried < 6; tried += 1) {
      expect(await redeem({ email, code: wrong, request: thiefs.request })).toBe(422);
    }
    expect(await redeem({ email, code: thiefs.code, request: thiefs.request })).toBe(422);
    expect(await redeem({ email, code: hers.code, request: hers.request })).toBe(200);
  });

  it('opens it once, also with twenty tries at the same moment', async () => {
    const email = await emailOfReader();
    const { code, request } = await asked(email);
    const tries = Array.from({ length: 20 }, () => redeem({ email, code, request }));
    expect((await Promise.all(tries)).filter((status) => status === 200)).toHaveLength(1);
  });

  it('has ten minutes, to the second', async () => {
    const email = await emailOfReader();
    const { code, request } = await asked(email);
    town.advance(10 * 60);
    expect(await redeem({ email, code, request })).toBe(422);
  });

  it('sends it with a code, not with a link, and not by itself', async () => {
    const email = await emailOfReader();
    const { request } = await asked(email);
    expect(await redeem({ token: 'x', request })).toBe(422);
    expect(await redeem({ request })).toBe(422);
    expect(await redeem({ email, code: '123456', request: '' })).toBe(422);
  });
});
