import { describe, expect, it } from 'vitest';
import { memberships } from '../../../test/support/site-samples/memberships.js';
import { attribute, html, tags, text } from '../../../test/support/site-samples/rendered.js';

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
