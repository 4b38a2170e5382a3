/** Passkeys on the pages: the forms that a script fills in, and what they do without one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { codeIn, goodPassword, joinAs, lastMailTo } from '../support/readers.js';
import { type Asked, type Circumstances, SoftPasskey } from '../support/soft-passkeys.js';
import { Visitor, wordsOf } from '../support/visitor.js';

const origin = 'https://paper.example';
const here: Circumstances = { origin };
const security = '/account/security';
const passkeys = `${security}/passkeys`;

let town: TestApp;
beforeAll(async () => {
  town = await startTestApp({ LIMITS_FACTOR: '1000', PUBLIC_URL: origin });
});
afterAll(() => town.close());

async function atHome(): Promise<{ email: string; browser: Visitor }> {
  const { user } = await joinAs(town);
  const browser = new Visitor(town.url);
  await browser.signIn(user.email);
  return { email: user.email, browser };
}

async function optionsFor(browser: Visitor): Promise<Asked> {
  const { status, html } = await browser.fillIn(`${passkeys}/options`, {});
  if (status !== 200) throw new Error(`No options came: ${status}`);
  return (JSON.parse(html) as { options: Asked }).options;
}

async function withPasskey(device = new SoftPasskey()) {
  const { email, browser } = await atHome();
  const credential = JSON.stringify(device.create(await optionsFor(browser), here));
  const added = await browser.fillIn(passkeys, { name: 'My phone', credential });
  expect(added.location).toBe(`${security}?done=passkey-added`);
  return { email, browser, device };
}

/** What the script fills in, once the device has signed. */
async function signed(device: SoftPasskey, circumstances = here) {
  const path = '/api/v1/auth/passkey/options';
  const { body } = await ask(town.url, 'POST', path);
  const { challenge, options } = body as { challenge: string; options: Asked };
  return { challenge, credential: JSON.stringify(device.get(options, circumstances)) };
}

describe('A passkey', () => {
  it('opens the pages with both factors, and leads to where she came from', async () => {
    const { device } = await withPasskey();
    const visitor = new Visitor(town.url);
    const form = { ...(await signed(device)), returnTo: '/account/gifts' };
    const entered = await visitor.fillIn('/sign-in/passkey', form);
    expect([entered.status, entered.location]).toEqual([303, '/account/gifts']);
    expect((await visitor.open('/account')).status).toBe(200);
    // What was signed once is signed for nobody else.
    expect((await new Visitor(town.url).fillIn('/sign-in/passkey', form)).status).toBe(422);
  });

  it.each([
    ['one that nobody knows', async () => signed(new SoftPasskey())],
    ['nothing', () => Promise.resolve({})],
    ['no JSON', () => Promise.resolve({ challenge: 'x', credential: '{' })],
  ])('that is %s opens nothing, and says so above the other ways', async (_, made) => {
    const refused = await new Visitor(town.url).fillIn('/sign-in/passkey', {
      ...(await made()),
      returnTo: '/account/gifts',
    });
    expect([refused.status, wordsOf(refused.html)]).toEqual([
      422,
      expect.stringContaining('This passkey opens nothing here'),
    ]);
    expect(refused.html).toContain('name="returnTo" value="/account/gifts"');
  });

  it('made for another site is not taken', async () => {
    const { browser } = await atHome();
    const elsewhere = { origin: 'https://evil.example' };
    const made = new SoftPasskey().create(await optionsFor(browser), elsewhere);
    const credential = JSON.stringify(made);
    const refused = await browser.fillIn(passkeys, { name: 'My phone', credential });
    expect([refused.status, wordsOf(refused.html)]).toEqual([
      422,
      expect.stringContaining('The passkey could not be taken'),
    ]);
    expect((await browser.fillIn(passkeys, { name: '', credential })).status).toBe(422);
    expect(wordsOf((await browser.open(security)).html)).toContain('You have none yet.');
  });

  it('is renamed, and removed', async () => {
    const { browser, device } = await withPasskey();
    const rename = pathOn((await browser.open(security)).html, 'rename');
    expect((await browser.fillIn(rename, { name: ' ' })).status).toBe(422);
    const renamed = await browser.fillIn(rename, { name: 'Old phone' });
    expect(renamed.location).toBe(`${security}?done=passkey-renamed`);
    const page = await browser.open(security);
    expect(wordsOf(page.html)).toContain('Old phone');
    const removed = await browser.fillIn(pathOn(page.html, 'remove'), {});
    expect(removed.location).toBe(`${security}?done=passkey-removed`);
    expect((await browser.fillIn('/sign-in/passkey', await signed(device))).status).toBe(422);
  });

  it('is nobody else’s to rename or remove', async () => {
    const { browser } = await withPasskey();
    const { html } = await browser.open(security);
    const { browser: thief } = await atHome();
    expect((await thief.fillIn(pathOn(html, 'rename'), { name: 'Mine' })).status).toBe(404);
    expect((await thief.fillIn(pathOn(html, 'remove'), {})).status).toBe(404);
    expect(wordsOf((await browser.open(security)).html)).toContain('My phone');
  });

  it('is neither added nor removed without a fresh proof, which it can give itself', async () => {
    const { browser, device } = await withPasskey();
    const remove = pathOn((await browser.open(security)).html, 'remove');
    const options = await optionsFor(browser);
    town.advance(10 * 60);
    const made = {
      name: 'Key',
      credential: JSON.stringify(new SoftPasskey().create(options, here)),
    };
    const proofFor = (path: string) => `/account/proof?returnTo=${encodeURIComponent(path)}`;
    for (const [path, form, back] of [
      [remove, {}, security],
      [passkeys, made, `${passkeys}/new`],
      [`${passkeys}/options`, {}, `${passkeys}/new`],
    ] as const) {
      const { status, location } = await browser.fillIn(path, form);
      expect([path, status, location]).toEqual([path, 303, proofFor(back)]);
    }
    const foreign = (await withPasskey()).device;
    const wrong = await browser.fillIn('/account/proof/passkey', await signed(foreign));
    expect([wrong.status, wordsOf(wrong.html)]).toEqual([
      422,
      expect.stringContaining('This passkey opens nothing here'),
    ]);
    const form = { ...(await signed(device)), returnTo: security };
    expect((await browser.open('/account/proof')).html).toContain('data-passkey="get"');
    expect((await (await atHome()).browser.open('/account/proof')).html).not.toContain('passkey=');
    const proven = await browser.fillIn('/account/proof/passkey', form);
    expect([proven.status, proven.location]).toEqual([303, security]);
    expect((await browser.fillIn(remove, {})).location).toBe(`${security}?done=passkey-removed`);
  });

  it('leaves the other ways in as they are', async () => {
    const { email } = await withPasskey();
    const visitor = new Visitor(town.url);
    expect((await visitor.signIn(email, goodPassword)).status).toBe(303);
    const byMail = new Visitor(town.url);
    await byMail.fillIn('/sign-in/link', { email, password: '' });
    const code = codeIn(await lastMailTo(town, email));
    expect((await byMail.fillIn('/sign-in/code', { email, code })).status).toBe(303);
  });
});

function pathOn(html: string, deed: 'rename' | 'remove'): string {
  const path = new RegExp(`action="([^"]+/passkeys/[^"]+/${deed})"`).exec(html)?.[1];
  if (path === undefined) throw new Error(`There is nothing to ${deed} here.`);
  return path;
}
