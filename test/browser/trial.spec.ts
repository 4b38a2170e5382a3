/** The main job in a real browser: a stranger meets the wall, takes the trial, and reads. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { desktop, mailedCode, openBrowser, phone, type Sitting, sitDown } from './reader.js';

const story = '/articles/members-story';
/** A sentence of the story from behind the cut: the last words that a member reads. */
const hidden = async (): Promise<string> => {
  const member = await fetch(`${inject('productUrl')}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'mira@town.test', password: 'correct-horse-battery-staple' }),
  });
  const { accessToken } = (await member.json()) as { accessToken: string };
  const answer = await fetch(`${inject('productUrl')}/api/v1${story}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const { bodyHtml } = (await answer.json()) as { bodyHtml: string };
  const words = bodyHtml
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.slice(-60).split(' ').slice(1).join(' ');
};

let browser: Browser;
let lastWords: string;

beforeAll(async () => {
  browser = await openBrowser();
  lastWords = await hidden();
});

afterAll(() => browser.close());

const text = async (sitting: Sitting): Promise<string> =>
  (await sitting.page.innerText('body')).replace(/\s+/g, ' ');

async function register(sitting: Sitting, email: string): Promise<void> {
  await sitting.fill('E-mail address', email);
  await sitting.fill('Choose a password', 'seven quiet herons at noon');
  await sitting.press('Make my account');
  await sitting.fill('Code of six digits', await mailedCode(email));
  await sitting.press('Go on');
}

async function pay(sitting: Sitting, card: string): Promise<void> {
  await sitting.fill('Card number', card);
  await sitting.fill('Expiration', '12 / 34');
  await sitting.fill('CVC', '123');
  await sitting.fill('Cardholder name', 'Mira Example');
  await sitting.page.locator('button.main').click();
}

describe.each([
  ['at a desk', { viewport: desktop, javaScript: true }],
  ['on a phone, without JavaScript', { viewport: phone, javaScript: false }],
])('a reader %s', (where, options) => {
  const name = where.startsWith('at') ? 'desk' : 'phone';
  // One card has one trial.
  const card = name === 'desk' ? '4242 4242 4242 4242' : '4111 1111 1111 1111';

  it('meets the wall, registers, takes the trial and reads on', async () => {
    const sitting = await sitDown(browser, options);
    const { page } = sitting;
    await sitting.open('/');
    await sitting.look(`${name}-1-front-page`);

    await sitting.open(story);
    expect(await text(sitting)).toContain('$300.00 a year');
    expect(await page.content()).not.toContain(lastWords);
    await sitting.look(`${name}-2-wall`);

    await page.getByRole('link', { name: 'Start your 7 days free' }).first().click();
    await sitting.look(`${name}-3-join`);
    await page.getByRole('link', { name: 'Make an account' }).first().click();
    await register(sitting, `${name}@readers.test`);

    expect(await text(sitting)).toContain('The first charge, $300.00');
    await sitting.look(`${name}-4-offer`);
    await sitting.press('Start your 7 days free');
    await page.waitForURL(/\/c\/pay\//);
    expect(await text(sitting)).toMatch(/7 days free, then \$300\.00 per year/);
    await sitting.look(`${name}-5-checkout`);

    await pay(sitting, '4000 0000 0000 0002');
    expect(await page.getByRole('alert').innerText()).toContain('Your card was declined');
    await pay(sitting, card);
    await page.waitForURL(/\/checkout\/success/);
    expect(await text(sitting)).toContain('You are a member now');
    await sitting.look(`${name}-6-welcome`);

    await page.getByRole('link', { name: 'Go on reading' }).click();
    expect(new URL(page.url()).pathname).toBe(story);
    expect(await text(sitting)).toContain(lastWords);
    await sitting.look(`${name}-7-article`);

    await sitting.open('/account');
    expect(await text(sitting)).toMatch(/\$300\.00/);
    await sitting.look(`${name}-8-account`);
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });
});

describe('somebody whose bank asks for more', () => {
  it('confirms it and is a member; refuses it and is none', async () => {
    const sitting = await sitDown(browser);
    const { page } = sitting;
    await sitting.open('/register');
    await register(sitting, 'careful@readers.test');
    await sitting.open('/join');
    await sitting.press('Start your 7 days free');
    await page.waitForURL(/\/c\/pay\//);
    await pay(sitting, '4000 0025 0000 3155');
    await sitting.press('Fail');
    expect(await page.getByRole('alert').innerText()).toMatch(/authenticate/i);
    await pay(sitting, '4000 0025 0000 3155');
    await sitting.press('Complete');
    await page.waitForURL(/\/checkout\/success/);
    expect(await text(sitting)).toContain('You are a member now');
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });
});

describe('a member', () => {
  it('signs in under the wall and reads at once', async () => {
    const sitting = await sitDown(browser, { dark: true });
    const { page } = sitting;
    await sitting.open(story);
    await page.locator('main').getByRole('link', { name: 'Sign in' }).click();
    await sitting.look('dark-sign-in');
    await sitting.fill('E-mail address', 'mira@town.test');
    await sitting.fill('Password', 'correct-horse-battery-staple');
    await sitting.press('Sign in');
    expect(new URL(page.url()).pathname).toBe(story);
    expect(await text(sitting)).toContain(lastWords);
    await sitting.look('dark-article');

    await sitting.open('/account');
    await sitting.press('Sign out');
    await sitting.open(story);
    expect(await page.content()).not.toContain(lastWords);
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });

  it('is told kindly when the password is wrong', async () => {
    const sitting = await sitDown(browser);
    await sitting.open('/sign-in');
    await sitting.fill('E-mail address', 'mira@town.test');
    await sitting.fill('Password', 'not her password at all');
    await sitting.press('Sign in');
    expect(await sitting.page.getByRole('alert').innerText()).toContain('do not belong together');
    await sitting.context.close();
  });
});

describe('a registered reader', () => {
  it('sees how many free articles are left, and then the wall', async () => {
    const sitting = await sitDown(browser, { viewport: phone });
    await sitting.open('/sign-in');
    await sitting.fill('E-mail address', 'fritz@town.test');
    await sitting.fill('Password', 'correct-horse-battery-staple');
    await sitting.press('Sign in');
    for (const [number, left] of [
      [1, '2 of 3'],
      [2, '1 of 3'],
    ] as const) {
      await sitting.open(`/articles/metered-story-${number}`);
      expect(await text(sitting)).toContain(left);
    }
    await sitting.open('/articles/metered-story-3');
    await sitting.open('/articles/metered-story-4');
    expect(await text(sitting)).toContain('$300.00 a year');
    await sitting.look('phone-meter-empty');
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });
});
