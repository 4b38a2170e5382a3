/** The pages on signing in and security, without JavaScript: what they show, take and refuse. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '../support/app.js';
import { type AuthenticatorApp, appWith, wrongCode } from '../support/authenticators.js';
import { codeIn, goodPassword, joinAs, lastMailTo, someAddress } from '../support/readers.js';
import { Visitor, wordsOf } from '../support/visitor.js';

const security = '/account/security';
const [password, authenticator, recovery] = ['password', 'authenticator', 'recovery-codes'].map(
  (page) => `${security}/${page}`,
) as [string, string, string];
const proofFor = (path: string) => `/account/proof?returnTo=${encodeURIComponent(path)}`;

let town: TestApp;
beforeAll(async () => {
  town = await startTestApp({ LIMITS_FACTOR: '1000' });
});
afterAll(() => town.close());

const wait = (minutes: number) => town.advance(minutes * 60);

async function atHome(): Promise<{ email: string; browser: Visitor }> {
  const { user } = await joinAs(town);
  const browser = new Visitor(town.url);
  await browser.signIn(user.email);
  return { email: user.email, browser };
}

function codesOn(html: string): string[] {
  return [...html.matchAll(/<code>([0-9A-Z-]{29})<\/code>/g)].map(([, code = '']) => code);
}

/** Scans the square, as her phone would: the link beside it holds the same. */
function scanned(html: string): AuthenticatorApp {
  const uri = /href="(otpauth:[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  return appWith(town, new URL(uri).searchParams.get('secret') ?? '');
}

async function withAuthenticator() {
  const { email, browser } = await atHome();
  const app = scanned((await browser.fillIn(authenticator, {})).html);
  const shown = await browser.fillIn(`${authenticator}/confirm`, { code: app.code() });
  town.advance(30);
  return { email, browser, app, codes: codesOn(shown.html) };
}

describe('A stranger', () => {
  it('is led to the sign-in from each of these pages, and back', async () => {
    const stranger = new Visitor(town.url);
    for (const path of [security, password, authenticator, recovery, `${security}/passkeys/new`]) {
      const { status, location } = await stranger.open(path);
      const way = `/sign-in?returnTo=${encodeURIComponent(path)}`;
      expect([path, status, location]).toEqual([path, 303, way]);
    }
  });
});

describe('The overview', () => {
  it('says what she has, and where she is signed in', async () => {
    const { email, browser } = await atHome();
    const page = await browser.open(security);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const words = wordsOf(page.html);
    expect(words).toContain('Password You have one.');
    expect(words).toContain('You have none yet.');
    expect(words).toContain('This device');
    expect(words).toContain(email);
  });

  it('takes no word from an address that it does not know', async () => {
    const { browser } = await atHome();
    const page = await browser.open(`${security}?done=your+account+is+hacked&returnTo=//evil.test`);
    expect(page.html).not.toMatch(/hacked|evil\.test/);
    expect((await browser.open(`${security}?done=password`)).html).toContain('role="status"');
  });
});

describe('Her password', () => {
  it('is changed at once after a sign-in, and every other device is signed out', async () => {
    const { email, browser } = await atHome();
    const other = new Visitor(town.url);
    await other.signIn(email);
    const page = await browser.open(password);
    expect(page.html).not.toContain('name="current"');
    const next = 'four grey gulls on a mast';
    const changed = await browser.fillIn(password, { password: next });
    expect([changed.status, changed.location]).toEqual([303, `${security}?done=password`]);
    expect((await browser.open(security)).status).toBe(200);
    expect((await other.open(security)).status).toBe(303);
    expect((await new Visitor(town.url).signIn(email)).status).toBe(422);
    expect((await new Visitor(town.url).signIn(email, next)).status).toBe(303);
  });

  it('takes the present one later, which must be hers', async () => {
    const { browser } = await atHome();
    wait(10);
    expect((await browser.open(password)).html).toContain('name="current"');
    const next = { password: 'four grey gulls on a mast' };
    const wrong = await browser.fillIn(password, { current: 'not this one at all', ...next });
    expect([wrong.status, wordsOf(wrong.html)]).toEqual([
      422,
      expect.stringContaining('This is not your present password.'),
    ]);
    const without = await browser.fillIn(password, next);
    expect([without.status, without.location]).toEqual([303, proofFor(password)]);
    const right = await browser.fillIn(password, { current: goodPassword, ...next });
    expect(right.location).toBe(`${security}?done=password`);
  });

  it('is refused where it is weak, in words beside the field', async () => {
    const { browser } = await atHome();
    const weak = await browser.fillIn(password, { password: 'too short' });
    expect([weak.status, wordsOf(weak.html)]).toEqual([
      422,
      expect.stringContaining('A password needs 15 characters or more.'),
    ]);
    expect((await browser.fillIn(password, { password: '' })).status).toBe(422);
  });

  it('is her first after a proof by mail, where she has none', async () => {
    const email = someAddress();
    await new Visitor(town.url).fillIn('/register', { name: '', email, password: goodPassword });
    const browser = new Visitor(town.url);
    const link = /verify\?token=([\w-]+)/.exec((await lastMailTo(town, email)).text)?.[1] ?? '';
    await browser.fillIn('/register/verify', { token: link });
    expect(wordsOf((await browser.open(security)).html)).toContain('You have none');
    wait(10);
    expect((await browser.open(password)).location).toBe(proofFor(password));
    await browser.fillIn('/account/proof/mail', { returnTo: password });
    const code = codeIn(await lastMailTo(town, email));
    const proven = await browser.fillIn('/account/proof', { returnTo: password, code });
    expect(proven.location).toBe(password);
    const chosen = await browser.fillIn(password, { password: goodPassword });
    expect(chosen.location).toBe(`${security}?done=password`);
    expect((await new Visitor(town.url).signIn(email)).status).toBe(303);
  });
});

describe('Her authenticator', () => {
  it('is scanned or typed, confirmed, and asked for at the next sign-in', async () => {
    const { email, browser } = await atHome();
    const begun = await browser.fillIn(authenticator, { returnTo: '/account/gifts' });
    expect([begun.status, begun.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(begun.html).toMatch(/<svg class="qr-code"[^>]*aria-label="QR code/);
    expect(begun.html).toMatch(/<code class="secret">(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}<\/code>/);
    const app = scanned(begun.html);
    const [, secret = ''] = /name="secret" value="([A-Z2-7]{32})"/.exec(begun.html) ?? [];
    const slip = { code: wrongCode(app), secret };
    const slipped = await browser.fillIn(`${authenticator}/confirm`, slip);
    expect([slipped.status, wordsOf(slipped.html)]).toEqual([
      422,
      expect.stringContaining('This code is not right.'),
    ]);
    // What her app has scanned stays good.
    expect(scanned(slipped.html).code()).toBe(app.code());
    const form = { code: app.code().replace(/^.../, '$& '), returnTo: '/account/gifts' };
    const shown = await browser.fillIn(`${authenticator}/confirm`, form);
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(codesOn(shown.html)).toHaveLength(10);
    expect(shown.html).toContain('href="/account/gifts"');
    const again = await browser.fillIn(`${authenticator}/confirm`, form);
    expect([again.status, again.location]).toEqual([303, security]);
    expect(wordsOf((await browser.open(security)).html)).toContain('10 recovery codes are left.');
    const asked = await new Visitor(town.url).signIn(email);
    expect(wordsOf(asked.html)).toContain('The second step');
  });

  it('is shown while she sets it up to nobody else who knows her password', async () => {
    const { email, browser } = await atHome();
    const begun = (await browser.fillIn(authenticator, {})).html;
    const [, secret = ''] = /name="secret" value="([A-Z2-7]{32})"/.exec(begun) ?? [];
    const thief = new Visitor(town.url);
    await thief.signIn(email);
    const guesses: Record<string, string>[] = [{}, { secret: '' }, { secret: 'A'.repeat(32) }];
    for (const code of ['', 'nonsense', wrongCode(scanned(begun))]) {
      for (const guess of guesses) {
        const { html } = await thief.fillIn(`${authenticator}/confirm`, { code, ...guess });
        expect(html).toContain(`action="${authenticator}"`);
        expect(html).not.toContain(secret);
        expect(html).not.toContain('otpauth:');
      }
    }
  });

  it('is removed with its recovery codes, and gets new ones', async () => {
    const { email, browser, codes } = await withAuthenticator();
    const renewed = codesOn((await browser.fillIn(recovery, {})).html);
    expect(renewed).toHaveLength(10);
    expect(renewed.filter((code) => codes.includes(code))).toEqual([]);
    const removed = await browser.fillIn(`${authenticator}/remove`, {});
    expect(removed.location).toBe(`${security}?done=authenticator-removed`);
    expect((await new Visitor(town.url).signIn(email)).status).toBe(303);
    for (const path of [recovery, `${authenticator}/remove`]) {
      const { status, location } = await browser.fillIn(path, {});
      expect([status, location]).toEqual([303, security]);
    }
  });

  it('wants a fresh proof at every step, and then nothing has happened', async () => {
    const { email, browser } = await atHome();
    const { browser: guarded, codes, email: hers } = await withAuthenticator();
    wait(10);
    for (const [path, back] of [
      [authenticator, authenticator],
      [`${authenticator}/confirm`, authenticator],
      [`${authenticator}/remove`, authenticator],
      [recovery, recovery],
    ] as const) {
      for (const visitor of [browser, guarded]) {
        const { status, location } = await visitor.fillIn(path, {});
        expect([path, status, location]).toEqual([path, 303, proofFor(back)]);
      }
    }
    expect((await new Visitor(town.url).signIn(email)).status).toBe(303);
    const later = new Visitor(town.url);
    const challenge = /name="challenge" value="([^"]+)"/.exec((await later.signIn(hers)).html)?.[1];
    const [code = ''] = codes;
    const form = { challenge: challenge ?? '', code };
    expect((await later.fillIn('/sign-in/second-step', form)).status).toBe(303);
  });
});

describe('Her sessions', () => {
  it('are ended one by one, or all others at once', async () => {
    const { email, browser } = await atHome();
    const [phone, tablet] = [new Visitor(town.url), new Visitor(town.url)];
    await phone.signIn(email);
    const first = endingsOn((await browser.open(security)).html);
    await tablet.signIn(email);
    const ended = await browser.fillIn(first[0] ?? '', {});
    expect(ended.location).toBe(`${security}?done=session-ended`);
    expect([(await phone.open(security)).status, (await tablet.open(security)).status]).toEqual([
      303, 200,
    ]);
    const others = await browser.fillIn(`${security}/sessions/end-others`, {});
    expect(others.location).toBe(`${security}?done=sessions-ended`);
    expect([(await browser.open(security)).status, (await tablet.open(security)).status]).toEqual([
      200, 303,
    ]);
    expect(wordsOf((await browser.open(security)).html)).toContain('Nowhere else.');
  });

  it('are nobody else’s to end', async () => {
    const mine = await atHome();
    const phone = new Visitor(town.url);
    await phone.signIn(mine.email);
    const [ending = ''] = endingsOn((await mine.browser.open(security)).html);
    const { browser: thief } = await atHome();
    expect((await thief.fillIn(ending, {})).status).toBe(404);
    expect((await phone.open(security)).status).toBe(200);
  });
});

describe('A form of another site', () => {
  it('changes nothing here', async () => {
    const { browser, email } = await withAuthenticator();
    const id = '01890000-0000-7000-8000-000000000000';
    for (const path of [
      password,
      authenticator,
      `${authenticator}/confirm`,
      `${authenticator}/remove`,
      recovery,
      `${security}/passkeys`,
      `${security}/passkeys/options`,
      `${security}/passkeys/${id}/rename`,
      `${security}/passkeys/${id}/remove`,
      `${security}/sessions/${id}/end`,
      `${security}/sessions/end-others`,
      '/account/proof/passkey',
      '/sign-in/passkey',
    ]) {
      const { status } = await browser.fillIn(path, {}, { 'sec-fetch-site': 'cross-site' });
      expect([path, status]).toEqual([path, 403]);
    }
    expect(wordsOf((await new Visitor(town.url).signIn(email)).html)).toContain('The second step');
  });
});

function endingsOn(html: string): string[] {
  return [...html.matchAll(/action="([^"]+\/end)"/g)].map(([, path = '']) => path);
}
