import { describe, expect, it } from 'vitest';
import { offer } from '../../../test/support/site-samples/memberships.js';
import { html, pages, text } from '../../../test/support/site-samples/rendered.js';

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

  it('offers a stranger the larger allowance of an account, and speaks of no month where there is none', () => {
    const wall = text('wall-more-with-account');
    expect(wall).toContain('You have read your 3 free articles');
    expect(wall).toContain('with one you read 5');
    expect(wall).toContain('Register free');
    const hint = text('article-metered-stranger');
    expect(hint).toContain('2 of 3 free articles left; each comes back after 30 days.');
    expect(hint).toContain('Register free and read 5');
    for (const words of [wall, hint]) expect(words).not.toContain('this month');
  });

  it('has its own words for every reason', () => {
    const names = pages.filter(({ name }) => name.startsWith('wall-')).map(({ name }) => name);
    const titles = names.map((name) => /id="wall-title">([^<]*)/.exec(html(name))?.[1]);
    expect(new Set(titles).size).toBe(10);
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
