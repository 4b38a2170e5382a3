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
    ['trialing', ['/account/portal', '/sign-out', '/account/cancel']],
    ['trialing-cancelled', ['/account/portal', '/sign-out', '/account/resume']],
    ['active', ['/account/portal', '/sign-out', '/account/cancel']],
    ['active-cancelled', ['/account/portal', '/sign-out', '/account/resume']],
    ['active-changing', ['/account/change', '/account/portal', '/sign-out', '/account/cancel']],
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

describe('before she cancels', () => {
  it('a member is told until when she reads, what is not given back, and how to change her mind', () => {
    const page = text('cancel');
    expect(page).toMatch(/Until June 10, 2027 You read everything, as before/);
    expect(page).toMatch(
      /On June 10, 2027 Your membership ends by itself\. Nothing more is charged\./,
    );
    expect(page).toContain('The change to Pro that was to come is forgotten.');
    expect(page).toContain('What is not given back What you have paid already');
    expect(page).toMatch(/Cancel the membership Stay a member/);
  });

  it('somebody in her trial is told that nothing is charged, and that there is one trial', () => {
    expect(text('cancel-trial')).toMatch(
      /On November 29, 2026 Your trial ends\. Nothing is charged, now or then\..*one a person/,
    );
  });

  it('and to keep it after all, what is charged again, and when', () => {
    expect(text('keep')).toMatch(
      /Nothing is charged today\. On June 10, 2027 \$300\.00 is charged, and again each year/,
    );
  });
});

describe('the card', () => {
  it('is named by its last four digits and its month', () => {
    expect(text('account-active')).toContain('Visa ending in 4242 , good until 12/2034');
    expect(text('account-active')).not.toContain('runs out');
  });

  it('that runs out before the next payment is said so, in time', () => {
    expect(text('account-old-card')).toContain('It runs out before June 10, 2027');
  });

  it('that has run out, of a kind that nobody knows, is named all the same', () => {
    expect(text('account-dead-card')).toContain('Card ending in 0005 , was good until 01/2026');
  });

  it('that Stripe has not told is kept there, and the way to it is offered', () => {
    expect(text('account-card-unknown')).toMatch(
      /Card Change card or billing details Your card is/,
    );
  });

  it('is not asked of whoever has bought nothing', () => {
    expect(html('account-given')).not.toContain('action="/account/portal"');
    expect(html('account-fresh')).not.toContain('action="/account/portal"');
  });
});

describe('before a change', () => {
  it.each([
    [
      'change-now',
      /Now Your card is charged \$123\.45\. What is left of what you have paid, \$60\.00, is taken off\..*On November 22, 2027 The next charge: \$29\.00\..*Change now for \$123\.45/,
    ],
    ['change-free', /Now The change is made\. Nothing is charged for it\. Afterwards \$29\.00/],
    ['change-in-trial', /Nothing is charged for it\. From November 25, 2026 \$29\.00 a month/],
    ['change-later', /Until June 10, 2027 Everything stays.*From June 10, 2027 \$29\.00 a month/],
  ])('the page %s says %s', (name, words) => {
    expect(text(name)).toMatch(words);
  });
});

describe('the invoices', () => {
  it('lead to the older ones where there are some', () => {
    expect(html('invoices')).toMatch(
      /href="\/account\/invoices\?cursor=x" rel="next">Older invoices/,
    );
    expect(html('account-active')).not.toContain('Older invoices');
  });

  it('tell a trial from a payment, and what went back', () => {
    expect(text('account-active')).toMatch(/\$0\.00 Nothing to pay/);
    expect(text('account-active')).toMatch(/\$300\.00 Paid/);
    const page = text('account-refunds');
    expect(page).toMatch(/\$300\.00 Refunded .*\$300\.00 Paid, \$10\.00 refunded .*Not paid yet/);
  });
});
