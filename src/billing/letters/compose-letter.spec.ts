/** What the letters about money say. */
import { describe, expect, it } from 'vitest';
import type { BillingLetter } from './billing-letters.rules.js';
import { languageOf } from '../../words/language.js';
import { composeLetter } from './compose-letter.js';

const failed: BillingLetter = {
  key: 'payment-failed:in_1:1',
  kind: 'payment-failed',
  due: { amount: 30_000, currency: 'usd' },
  attempt: 1,
  payUrl: 'https://pay.test/in_1',
  nextAttemptAt: new Date('2026-12-02T10:00:00Z'),
  overdueSince: new Date('2026-11-29T10:00:00Z'),
};

const english = languageOf({ language: 'en', timeZone: 'UTC' });

const facts = {
  plan: null,
  price: null,
  seats: 1,
  isDiscounted: false,
  accountUrl: 'https://paper.test/account',
  graceDays: 7,
};

const textOf = (letter: BillingLetter): string =>
  composeLetter(letter, facts, english)
    .lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
    .join('\n');

describe('a letter about a payment that failed', () => {
  it('says where to pay, when it is tried again, and how long she reads on', () => {
    const text = textOf(failed);
    expect(text).toContain('https://pay.test/in_1');
    expect(text).toContain('We try again on December 2, 2026.');
    expect(text).toContain('stays open to you until December 6, 2026 at 10:00 AM UTC');
  });

  it('promises no reading where nothing is known of a first failure', () => {
    expect(textOf({ ...failed, overdueSince: null })).not.toContain('stays open');
  });

  it('says that nothing is tried again, where nothing is', () => {
    expect(textOf({ ...failed, attempt: 4, nextAttemptAt: null })).toMatch(
      /tried 4 times[\s\S]*do not try again/,
    );
  });
});
