import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { setUpAuthenticator } from '../support/authenticators.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { type Answer, type Ask, ask as askAt } from '../support/api.js';
import { type Tokens, joinAs, lastMailTo } from '../support/readers.js';
import { type Asked, type Circumstances, SoftPasskey } from '../support/soft-passkeys.js';

const origin = 'https://paper.example';
const here: Circumstances = { origin };

let town: TestApp;
const ask = (method: string, path: string, options: Ask = {}) =>
  askAt(town.url, method, `/api/v1${path}`, options);
const outcomeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code];

async function asked(token: string): Promise<Asked> {
  const { status, body, text } = await ask('POST', '/me/passkeys/options', { token });
  if (status !== 200) throw new Error(`No options came: ${text}`);
  return (body as { options: Asked }).options;
}

const add = (token: string, response: object, name = 'My phone') =>
  ask('POST', '/me/passkeys', { token, body: { name, response } });

async function somebodyWithPasskey(device = new SoftPasskey()) {
  const reader = await joinAs(town);
  const { accessToken: token } = reader;
  const added = await add(token, device.create(await asked(token), here));
  if (added.status !== 201) throw new Error(`The passkey was not added: ${added.text}`);
  return { reader, token, device, id: (added.body as { id: string }).id };
}

async function request(): Promise<{ challenge: string; options: Asked }> {
  return (await ask('POST', '/auth/passkey/options')).body as {
    challenge: string;
    options: Asked;
  };
}

const signIn = (challenge: string, response: object) =>
  ask('POST', '/auth/passkey', { body: { challenge, response } });

/** Signs in as an honest browser would, but for what is said otherwise. */
async function signInWith(device: SoftPasskey, circumstances = here): Promise<Answer> {
  const { challenge, options } = await request();
  return signIn(challenge, device.get(options, circumstances));
}

const refused = [401, 'auth/invalid-passkey'];

beforeAll(async () => {
  town = await startTestApp({ LIMITS_FACTOR: '1000', PUBLIC_URL: origin });
});
afterAll(() => town.close());

describe('Mira adds a passkey', () => {
  it('is told what her browser is to make: for this site, on her device, after her finger', async () => {
    const { accessToken: token, user } = await joinAs(town);
    const options = await asked(token);
    expect(options).toMatchObject({
      rp: { id: 'paper.example', name: 'The Broadsheet' },
      user: { name: user.email },
      attestation: 'none',
      excludeCredentials: [],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect(Buffer.from(options.challenge, 'base64url')).toHaveLength(32);
    const handle = Buffer.from(options.user?.id ?? '', 'base64url').toString('latin1');
    expect(handle).toHaveLength(16);
    expect(handle).not.toContain('@');
  });

  it('finds it in her list, calls it something else, and hears of it by mail', async () => {
    const { token, id, device, reader } = await somebodyWithPasskey();
    expect((await lastMailTo(town, reader.user.email)).subject).toContain('a new passkey');
    const listed = await ask('GET', '/me/passkeys', { token });
    const created = expect.stringMatching(/Z$/);
    const mine = { id, name: 'My phone', backedUp: true, createdAt: created, lastUsedAt: null };
    expect(listed.body).toEqual({ items: [mine] });
    expect(listed.text).not.toContain(device.id);
    const renamed = await ask('PATCH', `/me/passkeys/${id}`, {
      token,
      body: { name: ' Old one ' },
    });
    expect(renamed.body).toEqual({ ...mine, name: 'Old one' });
    expect((await asked(token)) as object).toMatchObject({
      excludeCredentials: [{ id: device.id }],
    });
  });

  it('and is refused one made for another site, without her finger, or for an old challenge', async () => {
    const { accessToken: token } = await joinAs(town);
    const lies: Circumstances[] = [
      { origin: 'https://paper.example.evil' },
      { origin: 'http://paper.example' },
      { origin, rpId: 'evil.example' },
      { origin, isVerified: false },
    ];
    for (const lie of lies) {
      const answer = await add(token, new SoftPasskey().create(await asked(token), lie));
      expect(outcomeOf(answer)).toEqual([422, 'auth/unacceptable-passkey']);
    }
    const options = await asked(token);
    expect((await add(token, new SoftPasskey().create(options, here))).status).toBe(201);
    const replayed = await add(token, new SoftPasskey().create(options, here));
    expect(outcomeOf(replayed)).toEqual([422, 'auth/unacceptable-passkey']);
    const stale = await asked(token);
    town.advance(301);
    const late = await add(token, new SoftPasskey().create(stale, here));
    expect(outcomeOf(late)).toEqual([422, 'auth/unacceptable-passkey']);
  });

  it('and is refused somebody else’s challenge, and somebody else’s passkey', async () => {
    const { accessToken: fritz } = await joinAs(town);
    const { device, token } = await somebodyWithPasskey();
    const borrowed = await add(fritz, new SoftPasskey().create(await asked(token), here));
    expect(outcomeOf(borrowed)).toEqual([422, 'auth/unacceptable-passkey']);
    const known = await add(fritz, device.copy().create(await asked(fritz), here));
    expect(outcomeOf(known)).toEqual([409, 'auth/passkey-known']);
  });

  it('adds it once, of ten requests at once', async () => {
    const { accessToken: token } = await joinAs(town);
    const made = new SoftPasskey().create(await asked(token), here);
    const answers = await Promise.all(Array.from({ length: 10 }, () => add(token, made)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(9);
  });

  it('only with a fresh proof', async () => {
    const { token, id, device } = await somebodyWithPasskey();
    town.advance(601);
    const made = device.copy().create({ challenge: 'AAAA' }, here);
    for (const answer of [
      await ask('POST', '/me/passkeys/options', { token }),
      await add(token, made),
      await ask('DELETE', `/me/passkeys/${id}`, { token }),
    ]) {
      expect(outcomeOf(answer)).toEqual([403, 'auth/fresh-proof-required']);
    }
    expect((await ask('GET', '/me/passkeys', { token })).status).toBe(200);
  });

  it('and whatever is no credential is refused with the field’s name', async () => {
    const { accessToken: token } = await joinAs(town);
    for (const response of [null, 'x', [], {}, { id: { not: '' } }]) {
      const answer = await ask('POST', '/me/passkeys', { token, body: { name: 'x', response } });
      expect(answer.status).toBe(422);
      expect(answer.body).toMatchObject({ errors: [{ field: 'response' }] });
    }
    const more = {
      name: 'x',
      response: new SoftPasskey().create({ challenge: 'x' }, here),
      role: 1,
    };
    expect((await ask('POST', '/me/passkeys', { token, body: more })).status).toBe(422);
  });
});

describe('Signing in with a passkey', () => {
  it('takes no address, and nothing tells whose passkeys there are', async () => {
    const { device, reader, token } = await somebodyWithPasskey();
    const { options } = await request();
    expect(options).toMatchObject({ rpId: 'paper.example', userVerification: 'required' });
    expect(options).not.toHaveProperty('allowCredentials');
    const answer = await signInWith(device);
    expect(answer.status).toBe(200);
    expect((answer.body as Tokens).user.email).toBe(reader.user.email);
    const { items } = (await ask('GET', '/me/passkeys', { token })).body as {
      items: { lastUsedAt: string | null }[];
    };
    expect(items[0]?.lastUsedAt).not.toBeNull();
  });

  it('is two factors at once: no code is asked for', async () => {
    const { device, reader } = await somebodyWithPasskey();
    await setUpAuthenticator(town, reader);
    const { accessToken: token } = (await signInWith(device)).body as Tokens;
    const state = await ask('GET', '/me/second-factor', { token });
    expect(state.body).toMatchObject({ authenticator: true, passkeys: 1 });
    expect((state.body as { shownAt: string | null }).shownAt).not.toBeNull();
  });

  it('is refused on another site, for another site, and without finger or PIN', async () => {
    const { device } = await somebodyWithPasskey();
    for (const lie of [
      { origin: 'https://evil.example' },
      { origin: 'https://evil.example', rpId: 'paper.example' },
      { origin, rpId: 'evil.example' },
      { origin, isVerified: false },
    ]) {
      expect(outcomeOf(await signInWith(device, lie))).toEqual(refused);
    }
    expect((await signInWith(device)).status).toBe(200);
  });

  it('is refused with a challenge that was answered, is old, or is none of ours', async () => {
    const { device } = await somebodyWithPasskey();
    const { challenge, options } = await request();
    const signed = device.get(options, here);
    expect((await signIn(challenge, signed)).status).toBe(200);
    expect(outcomeOf(await signIn(challenge, signed))).toEqual(refused);
    const other = await request();
    expect(outcomeOf(await signIn(other.challenge, signed))).toEqual(refused);
    const made = { challenge: Buffer.alloc(32).toString('base64url') };
    const unknown = '01890000-0000-7000-8000-000000000001';
    expect(outcomeOf(await signIn(unknown, device.get(made, here)))).toEqual(refused);
    const stale = await request();
    town.advance(301);
    expect(outcomeOf(await signIn(stale.challenge, device.get(stale.options, here)))).toEqual(
      refused,
    );
  });

  it('signs in once, of ten times the same answer at once', async () => {
    const { device } = await somebodyWithPasskey(new SoftPasskey(1));
    const { challenge, options } = await request();
    const signed = device.get(options, here);
    const answers = await Promise.all(Array.from({ length: 10 }, () => signIn(challenge, signed)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is refused with a passkey that nobody knows, and as somebody that it is not', async () => {
    const mira = await somebodyWithPasskey();
    const fritz = await somebodyWithPasskey();
    expect(outcomeOf(await signInWith(new SoftPasskey(), { origin, userHandle: 'AAAA' }))).toEqual(
      refused,
    );
    const userHandle = (await asked(mira.token)).user?.id ?? '';
    expect(outcomeOf(await signInWith(fritz.device, { origin, userHandle }))).toEqual(refused);
    const { challenge, options } = await request();
    const forged = { ...fritz.device.get(options, { origin, userHandle }), id: mira.device.id };
    const claimed = { ...forged, rawId: mira.device.id };
    expect(outcomeOf(await signIn(challenge, claimed))).toEqual(refused);
  });

  it('is refused to a copy of a key that counts, and to its owner no more than before', async () => {
    const { device } = await somebodyWithPasskey(new SoftPasskey(1));
    const copy = device.copy();
    expect((await signInWith(device)).status).toBe(200);
    expect((await signInWith(device)).status).toBe(200);
    expect(outcomeOf(await signInWith(copy))).toEqual(refused);
    expect(outcomeOf(await signInWith(copy))).toEqual(refused);
    expect((await signInWith(device)).status).toBe(200);
  });

  it('is over once the passkey is removed, which only its owner does', async () => {
    const { device, id, token, reader } = await somebodyWithPasskey();
    const { accessToken: fritz } = await joinAs(town);
    expect((await ask('DELETE', `/me/passkeys/${id}`, { token: fritz })).status).toBe(404);
    expect(
      (await ask('PATCH', `/me/passkeys/${id}`, { token: fritz, body: { name: 'x' } })).status,
    ).toBe(404);
    expect((await signInWith(device)).status).toBe(200);
    expect((await ask('DELETE', `/me/passkeys/${id}`, { token })).status).toBe(204);
    expect((await lastMailTo(town, reader.user.email)).subject).toContain('passkey was taken');
    expect(outcomeOf(await signInWith(device))).toEqual(refused);
    expect((await ask('DELETE', `/me/passkeys/${id}`, { token })).status).toBe(404);
  });

  it('is refused to whoever is banned', async () => {
    const { device, reader } = await somebodyWithPasskey();
    await town.app
      .get(Database)
      .pool.query('update users set "bannedAt" = now() where id = $1', [reader.user.id]);
    expect(outcomeOf(await signInWith(device))).toEqual([403, 'auth/banned']);
  });
});
