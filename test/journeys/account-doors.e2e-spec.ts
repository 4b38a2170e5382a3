/** What a reader finds behind the doors of her account: leaving in two steps, her card, older invoices, her data. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cards } from '../support/cards.js';
import { stripeFails, stripeIsWell } from '../support/faults.js';
import { tight } from '../support/limited-town.js';
import { MemberOnPages } from '../support/member-on-pages.js';
import {
  type PlanOnSale,
  type TestTown,
  aMonth,
  aYear,
  sell,
  startTestTown,
} from '../support/town.js';
import { Visitor, signedInReader, wordsOf } from '../support/visitor.js';

const day = 24 * 60 * 60;

let town: TestTown;
let pro: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  pro = await sell(town, await town.staff('admin'), 'pro', [aMonth, aYear]);
});

afterEach(() => stripeIsWell(town));
afterAll(() => town.close());

const memberOf = (priceId: string, card?: string): Promise<MemberOnPages> =>
  MemberOnPages.of(town, priceId, card);

describe('a member who wants to leave', () => {
  it('is told until when she reads before anything happens; the second press does it', async () => {
    const mira = await memberOf(pro.yearly);
    const { html } = await mira.browser.open('/account');
    expect(html).toContain('href="/account/cancel"');
    const page = await mira.account('/account/cancel');
    expect(page).toMatch(/Until \w+ \d+, \d{4} You read everything, as before/);
    expect(page).toContain('What is not given back');
    expect(await mira.membership()).toMatchObject({ cancelsAt: null });

    expect((await mira.press('cancel')).location).toBe('/account');
    expect(await mira.account()).toContain('You have cancelled.');
    expect((await mira.browser.open('/account/cancel')).location).toBe('/account');
  });

  it('keeps it after all, told when she is charged again', async () => {
    const mira = await memberOf(pro.monthly);
    expect((await mira.browser.open('/account/resume')).location).toBe('/account');
    await mira.press('cancel');
    expect((await mira.browser.open('/account')).html).toContain('href="/account/resume"');
    expect(await mira.account('/account/resume')).toMatch(
      /Nothing is charged today\. On \w+ \d+, \d{4} \$29\.00 is charged, and again each month/,
    );
    expect((await mira.press('resume')).location).toBe('/account');
    expect(await mira.account()).toMatch(/Renews on .* for \$29\.00/);
  });

  it('hears of the lesser plan that was to come, which is forgotten', async () => {
    const mira = await memberOf(pro.yearly);
    await mira.press('change', pro.monthly);
    expect(await mira.account('/account/cancel')).toContain(
      'The change to PRO that was to come is forgotten.',
    );
  });

  it('has to have something to leave, and to be signed in', async () => {
    const reader = await signedInReader(town);
    const stranger = new Visitor(town.url);
    for (const path of ['/account/cancel', '/account/resume']) {
      expect((await reader.open(path)).location).toBe('/account');
      expect((await stranger.open(path)).location).toBe('/sign-in?returnTo=%2Faccount');
    }
  });
});

describe('the card', () => {
  it('that pays is named, and after another was given, that one', async () => {
    const mira = await memberOf(pro.yearly);
    expect(await mira.account()).toMatch(/Visa ending in 4242 , good until \d\d\/\d{4}/);
    await mira.payWith(cards.refusing);
    expect(await mira.account()).toContain('Visa ending in 0341');
  });

  it('is left out while Stripe cannot be reached, and everything else is there', async () => {
    const mira = await memberOf(pro.yearly);
    await stripeFails(town, { path: '/v1/subscriptions/*', action: 'rate-limit' });
    const page = await mira.account();
    expect(page).toContain('You are a member: PRO');
    expect(page).toContain('Change card or billing details');
    expect(page).not.toContain('ending in');
  });

  it('is not asked for where nothing was bought', async () => {
    const reader = await signedInReader(town);
    await stripeFails(town, { path: '*', action: 'rate-limit' });
    const { status, html } = await reader.open('/account');
    expect(status).toBe(200);
    expect(html).not.toContain('/account/portal');
  });
});

describe('more invoices than the account has room for', () => {
  it('are on pages of their own, the newest first and none twice', async () => {
    const mira = await memberOf(pro.monthly);
    await town.pass(13 * 31 * day);
    await mira.signIn();
    const { html } = await mira.browser.open('/account');
    const numbersIn = (page: string) =>
      [...page.matchAll(/View invoice ([\w-]+)/g)].map(([, n]) => n);
    expect(numbersIn(html)).toHaveLength(12);
    const older = /href="(\/account\/invoices\?cursor=[^"]+)"/.exec(html)?.[1] ?? '';
    const page = await mira.browser.open(older);
    expect(page.status).toBe(200);
    const rest = numbersIn(page.html);
    expect(rest.length).toBeGreaterThan(0);
    expect(new Set([...numbersIn(html), ...rest]).size).toBe(12 + rest.length);
    expect(page.html).not.toContain('Older invoices');
    expect((await mira.browser.open('/account/invoices?cursor=nonsense')).status).toBe(400);
    expect((await new Visitor(town.url).open('/account/invoices')).location).toMatch(/^\/sign-in/);
  });
});

describe('everything that is held of her', () => {
  it('she takes as a file, the same as by the API', async () => {
    const mira = await memberOf(pro.yearly);
    expect((await mira.browser.open('/account')).html).toContain('href="/account/export"');
    expect(await mira.account('/account/export')).toContain('Everything we hold of you');
    const file = await mira.browser.fillIn('/account/export', {});
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="broadsheet.json"');
    expect(file.headers.get('cache-control')).toBe('private, no-store');
    const held = JSON.parse(file.html) as Record<string, unknown>;
    const { body } = await mira.ask('GET', 'me/export');
    expect(Object.keys(held)).toEqual(Object.keys(body as object));
    expect({ ...held, madeAt: null, account: null, deeds: null }).toEqual({
      ...(body as object),
      madeAt: null,
      account: null,
      deeds: null,
    });
    expect(JSON.stringify(held['account'])).toContain(mira.person.email);
  });

  it('is given to nobody who has not shown of late that the account is hers, nor for another site', async () => {
    const mira = await memberOf(pro.yearly);
    const cross = { 'sec-fetch-site': 'cross-site' };
    expect((await mira.browser.fillIn('/account/export', {}, cross)).status).toBe(403);
    await town.pass(11 * 60);
    for (const sight of [
      await mira.browser.open('/account/export'),
      await mira.browser.fillIn('/account/export', {}),
    ]) {
      expect(sight.location).toBe('/account/proof?returnTo=%2Faccount%2Fexport');
    }
    expect((await new Visitor(town.url).open('/account/export')).location).toMatch(/^\/sign-in/);
  });
});

describe('where limits are as tight as in life', () => {
  let strict: TestTown;
  let mira: MemberOnPages;

  beforeAll(async () => {
    strict = await startTestTown(tight());
    const plan = await sell(strict, await strict.staff('admin'), 'pro', [aYear]);
    mira = await MemberOnPages.of(strict, plan.yearly);
  });

  afterAll(() => strict.close());

  it('Stripe is asked for her card so often and no more, and the page is there all the same', async () => {
    const pages = await Promise.all(Array.from({ length: 25 }, () => mira.account()));
    const named = pages.filter((page) => page.includes('ending in 4242'));
    expect(named.length).toBeGreaterThan(0);
    expect(named.length).toBeLessThan(20);
    for (const page of pages) expect(page).toContain('You are a member: PRO');
  });

  it('she takes what is held of her five times a day, counted with the API’s', async () => {
    for (let time = 0; time < 4; time += 1) {
      expect((await mira.browser.fillIn('/account/export', {})).status).toBe(200);
    }
    expect((await mira.ask('GET', 'me/export')).status).toBe(200);
    const refused = await mira.browser.fillIn('/account/export', {});
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(wordsOf(refused.html)).toContain('A little slower, please');
  });
});
