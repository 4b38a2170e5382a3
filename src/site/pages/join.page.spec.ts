import { describe, expect, it } from 'vitest';
import { attribute, html, tags, text } from '../../../test/support/site-samples/rendered.js';

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
