import { describe, expect, it } from 'vitest';
import { attribute, html, tags, text } from '../../../test/support/site-samples/rendered.js';

describe('the join page', () => {
  it('names the total beside the button, and the day and amount of the first charge', () => {
    expect(text('join')).toMatch(
      /Total \$0\.00 today, then \$300\.00 on November 29, 2026, each year until you cancel .* Start your 7 days free/,
    );
    expect(html('join')).toContain('name="priceId" value="price-1"');
  });

  it('charges today where the trial was had', () => {
    const page = text('join-two-prices');
    expect(page).toContain('Total $300.00 today, then $300.00 each year until you cancel');
    expect(page).toContain('Total $29.00 today, then $29.00 each month until you cancel');
    expect(page).not.toContain('free');
  });

  it('has each price choose its own form, so that no other can be bought by its button', () => {
    const page = html('join-two-prices');
    const radios = tags(page, 'input').filter((tag) => attribute(tag, 'type') === 'radio');
    expect(radios.map((radio) => attribute(radio, 'id'))).toEqual([
      'choice-price-1',
      'choice-price-2',
    ]);
    expect(radios.map((radio) => / checked/.test(radio))).toEqual([true, false]);
    const forms = page.split('<form').slice(1);
    expect(forms.map((form) => /name="priceId" value="([^"]*)"/.exec(form)?.[1])).toEqual([
      'price-1',
      'price-2',
    ]);
    expect(text('join-two-prices')).toContain('$48.00 less a year than by the month');
    expect(html('join')).not.toContain('type="radio"');
  });

  it('keeps what she chose and typed when her code is refused, and says so beside it', () => {
    const page = html('join-code-refused');
    expect(page).toMatch(/id="choice-price-2" checked/);
    expect(page).toMatch(/<details class="code" open/);
    expect(page).toContain('value="SPRNIG"');
    expect(page).toMatch(/id="code-price-2-error">There is no such code/);
    expect(tags(page, 'details').filter((tag) => tag.includes('open'))).toHaveLength(1);
  });

  it('labels what is for teams, with the price of a seat, and leads to us', () => {
    expect(text('join-teams')).toMatch(/For teams Newsroom .* \$300\.00 a year for each seat/);
    expect(html('join-teams')).toContain('href="mailto:readers@town.test"');
    expect(html('join-teams')).not.toContain('plan-team"><form');
  });

  it('says so where nothing is on sale, and leads back', () => {
    expect(text('join-empty')).toContain('Nothing is on sale just now.');
    expect(html('join-empty')).toContain('class="button" href="/articles/members-story"');
  });

  it('says to a member that there is nothing to buy, and leads back to the article', () => {
    expect(html('join-member')).toContain('href="/articles/members-story"');
    expect(html('join-member')).not.toContain('<form');
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
    expect(text('join')).toContain(
      'Cancel in your account, in two clicks, without writing to anybody.',
    );
  });

  it('is a step of three, as are the account before it and Stripe’s word after it', () => {
    const stepAt = (name: string) => /aria-current="step">([^<]*)</.exec(html(name))?.[1];
    expect(stepAt('join-stranger')).toBe('Your account');
    expect(stepAt('register-to-join')).toBe('Your account');
    expect(stepAt('join')).toBe('Your card');
    expect(stepAt('cancelled')).toBe('Your card');
    expect(stepAt('welcome')).toBe('Reading on');
    expect(stepAt('register')).toBeUndefined();
  });

  it('sends a stranger to make an account, and back to the offer', () => {
    expect(html('join-stranger')).not.toContain('priceId');
    expect(html('join-stranger')).toContain(
      `href="/register?returnTo=${encodeURIComponent('/join?price=price-1&returnTo=%2Farticles%2Fmembers-story')}"`,
    );
  });
});
