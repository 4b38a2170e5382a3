/** The pages around what cannot be taken back: a fresh proof, another address, and codes that open only what was asked for here. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '../support/app.js';
import {
  codeIn,
  goodPassword,
  joinAs,
  lastMailTo,
  someAddress,
  tokenIn,
} from '../support/readers.js';
import { Visitor, wordsOf } from '../support/visitor.js';

let town: TestApp;
beforeAll(async () => {
  town = await startTestApp();
});
afterAll(() => town.close());

const minutes = (count: number) => count * 60;

async function readerInBrowser(): Promise<{ email: string; browser: Visitor }> {
  const { user } = await joinAs(town);
  const browser = new Visitor(town.url);
  await browser.signIn(user.email);
  return { email: user.email, browser };
}

const isSignedIn = async (browser: Visitor) => (await browser.open('/account')).status === 200;

describe('A reader who wants to delete her account after a while', () => {
  it('shows with her password that it is her, and comes back to where she was', async () => {
    const { email, browser } = await readerInBrowser();
    town.advance(minutes(10));
    const asked = await browser.open('/account/delete');
    expect([asked.status, asked.location]).toEqual([
      303,
      '/account/proof?returnTo=%2Faccount%2Fdelete',
    ]);
    const slipped = await browser.fillIn('/account/delete', { confirm: email });
    expect(slipped.location).toBe('/account/proof?returnTo=%2Faccount%2Fdelete');

    const page = await browser.open(asked.location ?? '');
    expect(wordsOf(page.html)).toContain('Is it you?');
    const form = { returnTo: '/account/delete' };
    const wrong = await browser.fillIn('/account/proof', { ...form, password: 'not this one' });
    expect([wrong.status, wordsOf(wrong.html)]).toEqual([
      422,
      expect.stringContaining('This is not your password'),
    ]);
    const right = await browser.fillIn('/account/proof', { ...form, password: goodPassword });
    expect([right.status, right.location]).toEqual([303, '/account/delete']);
    expect((await browser.fillIn('/account/delete', { confirm: email })).location).toBe(
      '/account/deleted',
    );
  });

  it('or with a mailed code', async () => {
    const { email, browser } = await readerInBrowser();
    town.advance(minutes(10));
    const mailed = await browser.fillIn('/account/proof/mail', { returnTo: '/account/delete' });
    expect(wordsOf(mailed.html)).toContain('Type the code from the mail');
    const code = codeIn(await lastMailTo(town, email));
    const right = await browser.fillIn('/account/proof', { returnTo: '/account/delete', code });
    expect([right.status, right.location]).toEqual([303, '/account/delete']);
    expect((await browser.open('/account/delete')).status).toBe(200);
  });

  it('is led to no other site afterwards', async () => {
    const { browser } = await readerInBrowser();
    const form = { returnTo: '//evil.example', password: goodPassword };
    expect((await browser.fillIn('/account/proof', form)).location).toBe('/account');
  });
});

describe('A reader who moves her account to another address', () => {
  it('names it, and types the code that was mailed there', async () => {
    const { browser } = await readerInBrowser();
    const email = someAddress('new');
    expect((await browser.open('/account/email')).status).toBe(200);
    const sent = await browser.fillIn('/account/email', { email });
    expect(wordsOf(sent.html)).toContain(email);
    const wrong = await browser.fillIn('/account/email/confirm', { email, code: '12345' });
    expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('field-error')]);
    const code = codeIn(await lastMailTo(town, email));
    const done = await browser.fillIn('/account/email/confirm', { email, code });
    expect([done.status, wordsOf(done.html)]).toEqual([200, expect.stringContaining(email)]);
    expect(await isSignedIn(browser)).toBe(true);
    const again = new Visitor(town.url);
    expect((await again.signIn(email)).status).toBe(303);
  });

  it('or presses the link, which nothing but her press uses up', async () => {
    const { browser } = await readerInBrowser();
    const email = someAddress('new');
    await browser.fillIn('/account/email', { email });
    const token = tokenIn(await lastMailTo(town, email));
    const link = `/account/email?token=${token}`;

    const stranger = await new Visitor(town.url).open(link);
    expect([stranger.status, stranger.location]).toEqual([
      303,
      `/sign-in?returnTo=${encodeURIComponent(link)}`,
    ]);
    const other = await readerInBrowser();
    const stolen = await other.browser.fillIn('/account/email/confirm', { token });
    expect(stolen.status).toBe(422);

    expect((await browser.open(link)).status).toBe(200);
    const landed = await browser.open(link);
    expect(landed.html).toContain(`value="${token}"`);
    const done = await browser.fillIn('/account/email/confirm', { token });
    expect([done.status, wordsOf(done.html)]).toEqual([200, expect.stringContaining(email)]);
    expect((await browser.fillIn('/account/email/confirm', { token })).status).toBe(422);
  });

  it('is told when she names the one that she has, or none', async () => {
    const { email, browser } = await readerInBrowser();
    const same = await browser.fillIn('/account/email', { email });
    expect([same.status, wordsOf(same.html)]).toEqual([
      422,
      expect.stringContaining('the address of your account already'),
    ]);
    expect((await browser.fillIn('/account/email', { email: 'nonsense' })).status).toBe(422);
  });

  it('shows first that it is her', async () => {
    const { browser } = await readerInBrowser();
    town.advance(minutes(10));
    const asked = await browser.fillIn('/account/email', { email: someAddress('new') });
    expect(asked.location).toBe('/account/proof?returnTo=%2Faccount%2Femail');
  });
});

describe('A code that is typed into a page', () => {
  const ask = (browser: Visitor, email: string) => browser.fillIn('/sign-in/link', { email });
  const type = (browser: Visitor, email: string, code: string) =>
    browser.fillIn('/sign-in/code', { email, code });

  it('opens only what was asked for in this browser', async () => {
    const { user } = await joinAs(town);
    const [mine, elsewhere] = [new Visitor(town.url), new Visitor(town.url)];
    await ask(mine, user.email);
    const code = codeIn(await lastMailTo(town, user.email));
    expect((await type(elsewhere, user.email, code)).status).toBe(422);
    // She has asked for another one: that does not open this.
    await ask(elsewhere, user.email);
    expect((await type(elsewhere, user.email, code)).status).toBe(422);
    expect((await type(mine, user.email, code)).status).toBe(303);
    expect(await isSignedIn(mine)).toBe(true);
    expect(await isSignedIn(elsewhere)).toBe(false);
  });

  it('may be the older of two that were asked for here', async () => {
    const { user } = await joinAs(town);
    const browser = new Visitor(town.url);
    await ask(browser, user.email);
    const older = codeIn(await lastMailTo(town, user.email));
    await ask(browser, user.email);
    expect((await type(browser, user.email, older)).status).toBe(303);
  });

  it('is not spent by what others type who did not ask for it', async () => {
    const { user } = await joinAs(town);
    const [mine, thief] = [new Visitor(town.url), new Visitor(town.url)];
    await ask(mine, user.email);
    const code = codeIn(await lastMailTo(town, user.email));
    await ask(thief, user.email);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tried = 0; tried < 6; tried += 1) await type(thief, user.email, wrong);
    expect((await type(mine, user.email, code)).status).toBe(303);
  });

  it('while the link is good anywhere', async () => {
    const { user } = await joinAs(town);
    await ask(new Visitor(town.url), user.email);
    const token = tokenIn(await lastMailTo(town, user.email));
    const phone = new Visitor(town.url);
    expect((await phone.open(`/sign-in/link?token=${token}`)).status).toBe(200);
    expect((await phone.fillIn('/sign-in/code', { token })).status).toBe(303);
    expect(await isSignedIn(phone)).toBe(true);
  });

  it('opens a new account in the browser that asked for it', async () => {
    const email = someAddress();
    const [mine, elsewhere] = [new Visitor(town.url), new Visitor(town.url)];
    await mine.fillIn('/register', { name: '', email, password: goodPassword });
    const code = codeIn(await lastMailTo(town, email));
    expect((await elsewhere.fillIn('/register/verify', { email, code })).status).toBe(422);
    expect((await mine.fillIn('/register/verify', { email, code })).status).toBe(303);
  });
});
