/** The pages, as somebody without JavaScript uses them: from the teaser to the membership, and out again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshCard } from '../support/cards.js';
import { codeIn, goodPassword, lastMailTo, someAddress } from '../support/readers.js';
import { type TestTown, pay, publish, sellPro, sessionIn, startTestTown } from '../support/town.js';
import { Visitor, signedInReader, wordsOf } from '../support/visitor.js';

const story = '/articles/members-story';
const hidden = 'Hidden behind the wall.';
const day = 24 * 60 * 60;

let town: TestTown;
let priceId: string;

beforeAll(async () => {
  town = await startTestTown();
  const admin = await town.staff('admin');
  priceId = (await sellPro(town, admin)).yearly;
  await publish(town, admin, { slug: 'members-story', gate: 'members' });
  await publish(town, admin, { slug: 'open-story', gate: 'public' });
  for (const number of [1, 2, 3, 4]) {
    await publish(town, admin, { slug: `metered-${number}`, gate: 'metered' });
  }
});

afterAll(() => town.close());

const aVisitor = (): Visitor => new Visitor(town.url);

describe('a stranger', () => {
  it('sees the front page, an open article, and the wall under a closed one', async () => {
    const stranger = aVisitor();
    const front = await stranger.open('/?utm_source=letter');
    expect(front.status).toBe(200);
    expect(front.html).toContain('The story of members-story');
    expect((await stranger.open('/articles/open-story')).html).toContain(hidden);

    const wall = await stranger.open(story);
    expect(wall.status).toBe(200);
    expect(wall.html).not.toContain(hidden);
    expect(wordsOf(wall.html)).toContain('$300.00 a year ($25.00 a month, billed annually)');
    expect(wordsOf(wall.html)).toContain('Already a member? Sign in');
  });

  it('gets the same bytes as every other stranger, which a cache may share', async () => {
    const one = await aVisitor().open(story);
    const other = await aVisitor().open(story, { cookie: 'broadsheet=forged; theme=dark' });
    expect(other.html).toBe(one.html);
    expect(one.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=60');
    expect(one.headers.get('vary')).toMatch(/cookie/i);
    expect(one.headers.getSetCookie()).toEqual([]);
  });

  it('finds a kind page where there is none, and a program finds problem details', async () => {
    const lost = await aVisitor().open('/articles/nowhere');
    expect(lost.status).toBe(404);
    expect(wordsOf(lost.html)).toContain('This page is not in the paper');
    expect((await aVisitor().open('/nowhere/at/all')).status).toBe(404);
    const program = await town.ask('GET', '/api/v1/articles/nowhere');
    expect(program.headers.get('content-type')).toContain('application/problem+json');
    expect((await aVisitor().open('/sections/nowhere')).status).toBe(404);
  });

  it('loads the styles once and keeps them, and pictures from nowhere else', async () => {
    const { html } = await aVisitor().open('/');
    const href = /href="(\/assets\/site\.css\?v=[^"]+)"/.exec(html)?.[1] ?? '';
    const css = await aVisitor().open(href);
    expect(css.headers.get('content-type')).toContain('text/css');
    expect(css.headers.get('cache-control')).toContain('immutable');
    expect((await aVisitor().open('/assets/town/harbour.svg')).status).toBe(200);
    const tag = css.headers.get('etag') ?? '';
    expect((await aVisitor().open(href, { 'if-none-match': tag })).status).toBe(304);
    for (const path of [
      '/assets/..%2fsite.module.js',
      '/assets/town/..%2f..%2fx',
      '/assets/x.css',
    ]) {
      expect((await aVisitor().open(path)).status, path).toBe(404);
    }
  });

  it('is asked to sign in for her account, and brought back to it', async () => {
    expect((await aVisitor().open('/account')).location).toBe('/sign-in?returnTo=%2Faccount');
  });
});

describe('a reader takes the trial on the pages', () => {
  it('from the wall over register, mail, offer and Stripe back to the article', async () => {
    const mira = aVisitor();
    const email = someAddress('mira');
    const back = `/join?returnTo=${encodeURIComponent(story)}`;
    expect((await mira.open(back)).html).toContain('/register?returnTo=');

    const sent = await mira.fillIn('/register', {
      name: 'Mira',
      email,
      password: goodPassword,
      returnTo: back,
    });
    expect(sent.status).toBe(200);
    expect(wordsOf(sent.html)).toContain(email);
    const wrong = await mira.fillIn('/register/verify', { email, code: '12', returnTo: back });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('A code has six digits.');
    const code = codeIn(await lastMailTo(town, email));
    const verified = await mira.fillIn('/register/verify', { email, code, returnTo: back });
    expect([verified.status, verified.location]).toEqual([303, back]);
    expect(verified.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/);

    const offer = await mira.open(back);
    expect(offer.headers.get('cache-control')).toBe('private, no-store');
    expect(offer.html).toContain(`name="priceId" value="${priceId}"`);
    const toStripe = await mira.fillIn('/join', { priceId, returnTo: story });
    expect(toStripe.status).toBe(303);
    const session = sessionIn(toStripe.location ?? '');
    expect((await pay(town, session)).status).toBe(200);

    const welcome = await mira.open(`/checkout/success?session_id=${session}`);
    expect(welcome.status).toBe(200);
    expect(wordsOf(welcome.html)).toMatch(
      /Your free trial runs until .*The first charge of \$300\.00 is on/,
    );
    expect(welcome.html).toContain(`href="${story}"`);
    const whole = await mira.open(story);
    expect(whole.html).toContain(hidden);
    // The editor's marker is gone; what stood behind it is marked for search engines.
    expect(whole.html).not.toContain('<!--');
    expect(whole.html).toContain('<div class="paywall"><p>');
    expect(whole.headers.get('cache-control')).toBe('private, no-store');

    expect(wordsOf((await mira.open('/join')).html)).toContain('You are a member already');
    await town.pass(8 * day);
    const account = wordsOf((await mira.open('/account')).html);
    expect(account).toMatch(/Renews on .* for \$300\.00 for another year/);
    expect(account).toContain('Paid');
    expect((await mira.fillIn('/account/portal', {})).location).toContain('http');

    expect((await mira.fillIn('/sign-out', {})).location).toBe('/');
    expect((await mira.open(story)).html).not.toContain(hidden);
  });

  it('is told at once why a second trial on the same card was ended', async () => {
    const card = freshCard();
    for (const isFirst of [true, false]) {
      const reader = await signedInReader(town);
      const toStripe = await reader.fillIn('/join', { priceId, returnTo: story });
      const session = sessionIn(toStripe.location ?? '');
      expect((await pay(town, session, card)).status).toBe(200);
      const back = await reader.open(`/checkout/success?session_id=${session}`);
      expect([back.status, back.location]).toEqual(isFirst ? [200, null] : [303, '/account']);
      if (!isFirst) {
        expect(wordsOf((await reader.open('/account')).html)).toContain('free trial before');
      }
    }
  });

  it('is shown nothing of a checkout that is somebody else’s', async () => {
    const reader = await signedInReader(town);
    expect((await reader.open('/checkout/success?session_id=cs_test_other')).status).toBe(404);
    expect((await reader.open('/checkout/success')).status).toBe(404);
  });

  it('is told kindly when the price is not on sale, or she left Stripe’s page', async () => {
    const reader = await signedInReader(town);
    for (const foreign of ['nonsense', '0199f0a0-0000-7000-8000-000000000000']) {
      const refused = await reader.fillIn('/join', { priceId: foreign });
      expect(refused.status).toBeGreaterThanOrEqual(404);
      expect(refused.html).toContain('That price is not on sale any more.');
    }
    const left = await reader.open('/checkout/cancelled');
    expect(wordsOf(left.html)).toContain('Nothing was charged');
  });

  it('reads three metered articles, is told how many are left, then sees the wall', async () => {
    const reader = await signedInReader(town);
    const first = await reader.open('/articles/metered-1');
    expect(wordsOf(first.html)).toContain('2 of 3 free articles left this month.');
    await reader.open('/articles/metered-1');
    await reader.open('/articles/metered-2', { 'sec-purpose': 'prefetch' });
    await reader.open('/articles/metered-2');
    expect((await reader.open('/articles/metered-3')).html).toContain(hidden);
    const fourth = await reader.open('/articles/metered-4');
    expect(fourth.html).not.toContain(hidden);
    expect(wordsOf(fourth.html)).toContain('You have read your 3 free articles this month');
  });
});

describe('bad input', () => {
  it.each([
    ['/sign-in', 'email=a&email=b&password=c'],
    ['/sign-in', '%00=%00&email=%00&password=%00'],
    ['/register', 'email=a%40b.test&password=x&name=%0a'],
    ['/register/verify', 'token='],
    ['/register/verify', 'email[]=x&code=123456'],
    ['/sign-in/code', ''],
    ['/sign-in/link', 'email='],
    ['/reset-password', 'token=x'],
    ['/reset-password', ''],
    ['/reset-password/link', 'email=nobody'],
  ])('to %s (%s) comes back with words, never as a fault of ours', async (path, body) => {
    const response = await fetch(`${town.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      body,
    });
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  it('in addresses neither', async () => {
    for (const path of [
      '/articles/%00',
      '/articles/%ff',
      '/sections/town?cursor=nonsense',
      '/?returnTo=a&returnTo=b',
      '/join?returnTo=a&returnTo=b',
      '/sign-in/link?token=a&token=b',
      '/checkout/success?session_id=a&session_id=b',
      `/articles/${'x'.repeat(5000)}`,
    ]) {
      expect((await aVisitor().open(path)).status, path).toBeLessThan(500);
    }
  });

  it('as JSON, or of another method, is refused', async () => {
    const json = await aVisitor().fillIn('/sign-in', {}, { 'content-type': 'application/json' });
    expect(json.status).toBeLessThan(500);
    expect(json.status).toBeGreaterThanOrEqual(400);
    const reader = await fetch(`${town.url}/sign-out`);
    expect([reader.status, reader.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
