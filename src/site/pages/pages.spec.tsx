import { describe, expect, it } from 'vitest';
import {
  gallery,
  leadCard,
  memberships,
  offer,
  stranger,
  teaserHtml,
} from '../../../test/support/site-samples.js';
import { renderPage } from '../render-page.js';
import { ArticlePage } from './article.page.js';
import { SignInPage } from './sign-in.page.js';

const pages = Object.entries(gallery).map(([name, page]) => ({ name, html: renderPage(page) }));
const html = (name: string): string => pages.find((page) => page.name === name)?.html ?? '';
/** What is read, without tags, on one line. */
const text = (name: string): string =>
  html(name)
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const tags = (page: string, name: string): string[] =>
  [...page.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag);

describe('the pictures of the front page', () => {
  const pictures = tags(html('home'), 'img');

  it('come at once for the lead, and later for what is further down', () => {
    const [lead = '', ...others] = pictures;
    expect(attribute(lead, 'fetchpriority')).toBe('high');
    expect(attribute(lead, 'loading')).not.toBe('lazy');
    expect(others.length).toBeGreaterThan(0);
    for (const picture of others) {
      expect(attribute(picture, 'loading')).toBe('lazy');
      expect(attribute(picture, 'fetchpriority')).toBeUndefined();
    }
  });

  it('have their room before they arrive, so that nothing jumps', () => {
    for (const picture of pictures) {
      expect(attribute(picture, 'width')).toMatch(/^\d+$/);
      expect(attribute(picture, 'height')).toMatch(/^\d+$/);
    }
  });
});

describe.each(pages)('the page $name', ({ html: page }) => {
  it('holds no slip of the typesetter', () => {
    expect(page).not.toMatch(/undefined|\[object |NaN|Invalid Date|>null|function ?\(|=&gt;/);
    expect(page.startsWith('<!doctype html>\n<html lang="en" dir="ltr">')).toBe(true);
  });

  it('has one heading of the first rank, a title, one main part, and a way past the masthead', () => {
    expect(tags(page, 'h1')).toHaveLength(1);
    expect(page).toMatch(/<title>[^<]{5,}<\/title>/);
    expect(tags(page, 'main')).toHaveLength(1);
    expect(page).toContain('href="#text"');
    expect(page).toContain('<main id="text"');
  });

  it('steps down its headings without leaving one out', () => {
    const ranks = [...page.matchAll(/<h([1-6])\b/g)].map(([, rank]) => Number(rank));
    for (const [place, rank] of ranks.entries()) {
      expect(rank - (ranks[place - 1] ?? 0), `heading ${place}`).toBeLessThanOrEqual(1);
    }
  });

  it('carries no script, no style and nothing a strict browser would refuse', () => {
    expect(page).not.toMatch(/<script|<style|<iframe|\sstyle=|\son[a-z]+=|javascript:/i);
  });

  it('names every field, gives every id once, and sends every form to ourselves', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const labels = tags(page, 'label').map((label) => attribute(label, 'for'));
    for (const input of tags(page, 'input')) {
      if (attribute(input, 'type') === 'hidden') continue;
      expect(labels).toContain(attribute(input, 'id'));
      expect(attribute(input, 'autocomplete')).toBeTruthy();
    }
    for (const described of page.matchAll(/aria-(?:describedby|labelledby)="([^"]*)"/g)) {
      for (const id of (described[1] ?? '').split(' ')) expect(ids).toContain(id);
    }
    for (const form of tags(page, 'form')) {
      expect(attribute(form, 'method')).toBe('post');
      expect(attribute(form, 'action')).toMatch(/^\/[a-z]/);
    }
    for (const image of tags(page, 'img')) expect(image).toMatch(/\salt(=|\s|>)/);
  });
});

describe('a hostile headline', () => {
  const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

  it('is printed, not obeyed', () => {
    const page = renderPage(
      <ArticlePage
        frame={{ ...stranger, path: `/articles/${hostile}` }}
        article={{
          ...leadCard,
          title: hostile,
          standfirst: hostile,
          slug: hostile,
          section: { slug: hostile, name: hostile },
          authors: [{ slug: hostile, name: hostile }],
          heroImage: { url: hostile, alt: hostile, caption: hostile, credit: hostile },
        }}
        reading={{
          granted: false,
          denial: 'sign-in-required',
          previewHtml: teaserHtml,
          meter: null,
          offers: [{ ...offer, name: hostile, benefits: [hostile] }],
          payUrl: null,
        }}
      />,
    );
    expect(page).not.toMatch(/<script|<img src=x/);
    expect(page).toContain('&quot;>&lt;script>');
  });
});

describe('a reader whose sign-in was refused', () => {
  const page = html('sign-in-refused');

  it('hears first what is wrong, sees it at the field, and finds her address kept', () => {
    expect(page).toMatch(/role="alert">E-mail address and password do not belong together/);
    expect(page).toMatch(/id="password-email-error">This does not look like/);
    expect(page).toContain('value="fritz@town"');
  });

  it('never gets a password back', () => {
    const handed = renderPage(
      <SignInPage
        frame={stranger}
        returnTo={null}
        password={{
          values: { email: 'a@b.test', password: 'correct-horse-battery-staple' },
          errors: {},
          problem: null,
        }}
        link={{ values: {}, errors: {}, problem: null }}
      />,
    );
    expect(handed).not.toContain('correct-horse');
  });
});

describe('the wall', () => {
  it('tells a stranger the whole price, the trial, how to leave, and where members go', () => {
    const wall = text('wall-stranger');
    expect(wall).toContain('$300.00 a year ($25.00 a month, billed annually)');
    expect(wall).toContain('7 days free');
    expect(wall).toContain('Cancel any time');
    expect(wall).toContain('Already a member? Sign in');
    for (const benefit of offer.benefits) expect(wall).toContain(benefit);
    expect(html('wall-stranger')).toContain('href="/sign-in?returnTo=%2Farticles%2Fmembers-story"');
  });

  it('does not ask a signed-in reader to sign in', () => {
    expect(text('wall-membership')).not.toContain('Sign in');
  });

  it('tells when the free articles come back', () => {
    expect(text('wall-meter')).toContain('You have read your 3 free articles this month');
    expect(text('wall-meter')).toContain('December 1, 2026');
  });

  it('has its own words for every reason', () => {
    const names = pages.filter(({ name }) => name.startsWith('wall-')).map(({ name }) => name);
    const titles = names.map((name) => /id="wall-title">([^<]*)/.exec(html(name))?.[1]);
    expect(new Set(titles).size).toBe(9);
  });

  it('leads whoever owes a payment to the invoice, and sells her nothing', () => {
    expect(html('wall-overdue')).toContain('href="https://invoice.stripe.test/1"');
    expect(text('wall-overdue')).toContain('Use another card');
    expect(text('wall-overdue')).not.toContain('$300.00');
  });

  it('asks a former member back, and tells one on hold whom to write to', () => {
    expect(text('wall-ended')).toContain('Your membership has ended');
    expect(text('wall-ended')).toContain('$300.00 a year');
    for (const state of ['paused', 'blocked']) {
      expect(html(`wall-${state}`)).toContain('href="mailto:readers@town.test"');
      expect(text(`wall-${state}`)).not.toContain('$300.00');
    }
  });
});

describe('the join page', () => {
  it('names the total beside the button, and the day and amount of the first charge', () => {
    const page = text('join');
    expect(page).toMatch(/Total \$300\.00 a year \$0\.00 today Start your 7 days free/);
    expect(page).toContain(
      'your card is charged $300.00 on November 29, 2026 and $300.00 every year after, until you cancel',
    );
    expect(html('join')).toContain('name="priceId" value="price-1"');
  });

  it('charges today where the trial was had', () => {
    expect(text('join-two-prices')).toContain('$300.00 today Become a member');
    expect(text('join-two-prices')).toContain('$29.00 a month');
  });

  it('has her agree to the terms with the whole price beside the box, one for each price', () => {
    const page = text('join-terms');
    expect(page).toContain(
      'I agree to the terms and to pay $300.00 a year after 7 days free, until you cancel.',
    );
    expect(text('join-terms-monthly')).toContain(
      'I agree to the terms and to pay $29.00 a month, until you cancel.',
    );
    expect(page).toContain('Tax, where it applies, is shown on the next page before you pay.');
    const [box = ''] = tags(html('join-terms'), 'input').filter((tag) => tag.includes('checkbox'));
    expect(attribute(box, 'value')).toBe('2026-11');
    expect(box).toMatch(/\srequired/);
    expect(box).not.toMatch(/\schecked/);
    expect(html('join-terms')).toContain('href="https://town.test/terms"');
    expect(html('join')).not.toContain('acceptedTerms');
    expect(text('join')).not.toContain('Tax');
  });

  it('says when the trial ends, what is charged then, and how to leave', () => {
    expect(text('join')).toContain(
      'November 29, 2026 Your trial ends. The first charge, $300.00, follows. Cancel before this day and you pay nothing.',
    );
    expect(text('join')).toContain('Cancel in your account, without writing to anybody.');
  });

  it('sends a stranger to make an account, and back to the offer', () => {
    expect(html('join-stranger')).not.toContain('priceId');
    expect(html('join-stranger')).toContain(
      `href="/register?returnTo=${encodeURIComponent('/join?returnTo=%2Farticles%2Fmembers-story')}"`,
    );
  });
});

describe('a membership in words', () => {
  it.each([
    [
      'trialing',
      'Your free trial runs until Sunday, November 29, 2026 The first charge of $300.00 is on November 29, 2026',
    ],
    ['trialing-cancelled', 'Nothing will be charged'],
    ['active', 'Renews on June 10, 2027 for $300.00 for another year'],
    ['active-monthly', 'Renews on June 10, 2027 for $29.00 for another month'],
    ['active-cancelled', 'Your membership ends on June 10, 2027'],
    ['given', 'gift of the house and runs until June 10, 2027'],
    ['given-for-good', 'gift of the house.'],
    ['grace', 'You read on until November 27, 2026'],
    ['suspended', 'waiting for a payment'],
    ['paused', 'paused'],
    ['blocked', 'on hold'],
    ['ended', 'Your membership has ended'],
    ['none', 'You are not a member'],
  ])('says, when it is %s, "%s"', (state, sentence) => {
    expect(memberships[state]).toBeDefined();
    expect(text(`account-${state}`)).toContain(sentence);
  });
});

it('tells a reader whose second trial was ended why, and that she may join', () => {
  expect(text('account-repeat-trial')).toMatch(/had your free trial before.*nothing was charged/);
  expect(html('account-repeat-trial')).toContain('class="button" href="/join"');
});

describe('what a member can do', () => {
  const doors = (name: string): string[] => [
    ...tags(html(`account-${name}`), 'form').map((form) => attribute(form, 'action') ?? ''),
    ...tags(html(`account-${name}`), 'a')
      .filter((link) => attribute(link, 'class')?.includes('button'))
      .map((link) => attribute(link, 'href') ?? ''),
  ];

  it.each([
    ['none', ['/sign-out', '/join']],
    ['trialing', ['/account/cancel', '/account/portal', '/sign-out']],
    ['trialing-cancelled', ['/account/resume', '/account/portal', '/sign-out']],
    ['active', ['/account/cancel', '/account/portal', '/sign-out']],
    ['active-cancelled', ['/account/resume', '/account/portal', '/sign-out']],
    ['active-changing', ['/account/change', '/account/cancel', '/account/portal', '/sign-out']],
    ['given', ['/sign-out']],
    ['grace', ['/account/portal', '/sign-out', 'https://invoice.stripe.test/1']],
    ['suspended', ['/account/portal', '/sign-out', 'https://invoice.stripe.test/1']],
    ['paused', ['/account/portal', '/sign-out', 'mailto:readers@town.test']],
    ['blocked', ['/account/portal', '/sign-out', 'mailto:readers@town.test']],
    ['ended', ['/account/portal', '/sign-out', '/join']],
  ])('when it is %s, leads to %j', (state, expected) => {
    expect(doors(state)).toEqual(expected);
  });

  it('is told beside each other price, before she follows it', () => {
    const page = text('account-others');
    expect(page).toMatch(/Change to Pro, \$29\.00 a month From June 10, 2027/);
    expect(page).toMatch(/Change to Gold, \$500\.00 a year At once. You pay the difference/);
    expect(html('account-others')).toContain('href="/account/change?price=price-2"');
  });

  it('of a change to come: when, to what, and how to keep what she has', () => {
    const page = text('account-active-changing');
    expect(page).toContain(
      'Until June 10, 2027 you have what you paid for. From then on it is Pro for $29.00 a month.',
    );
    expect(page).not.toContain('Renews');
    expect(page).toContain('Keep my present plan');
    expect(html('account-active-changing')).toContain('name="priceId" value="price-1"');
  });
});

describe('before a change', () => {
  it.each([
    ['change-now', /Now Your card is charged \$123\.45.*Change now for \$123\.45/],
    ['change-free', /Now The change is made\. Nothing is charged for it\. Afterwards \$29\.00/],
    ['change-in-trial', /Nothing is charged for it\. From November 25, 2026 \$29\.00 a month/],
    ['change-later', /Until June 10, 2027 Everything stays.*From June 10, 2027 \$29\.00 a month/],
  ])('the page %s says %s', (name, words) => {
    expect(text(name)).toMatch(words);
  });
});

describe('the invoices', () => {
  it('tell a trial from a payment, and what went back', () => {
    expect(text('account-active')).toMatch(/\$0\.00 Nothing to pay/);
    expect(text('account-active')).toMatch(/\$300\.00 Paid/);
    const page = text('account-refunds');
    expect(page).toMatch(/\$300\.00 Refunded .*\$300\.00 Paid, \$10\.00 refunded .*Not paid yet/);
  });
});

describe('what a stranger is sent', () => {
  it.each(['home', 'section', 'wall-stranger'])('on "%s" holds nothing of anybody', (name) => {
    expect(html(name)).not.toMatch(/\/account|sign-out|<form/);
  });
});
