import { describe, expect, it } from 'vitest';
import { type Moment, momentInWords, momentKinds } from './moment-words.js';

const told = (moment: Partial<Moment>) =>
  momentInWords({
    at: '2027-01-31T12:00:00Z',
    kind: 'account',
    what: 'opened',
    ref: 'x',
    about: null,
    money: null,
    ...moment,
  });

describe('what happened to a member', () => {
  it.each<[string, Partial<Moment>]>([
    ['Joined PRO', { kind: 'membership', what: 'began', about: 'PRO, sold' }],
    ['PRO was given to her', { kind: 'membership', what: 'began', about: 'PRO, complimentary' }],
    [
      'Paper, sold out ended',
      { kind: 'membership', what: 'ended', about: 'Paper, sold out, sold' },
    ],
    [
      'Paid $300.00',
      { kind: 'money', what: 'payment', money: { amount: 30_000, currency: 'usd' } },
    ],
    [
      '$5.00 went back to her',
      { kind: 'money', what: 'refund', money: { amount: -500, currency: 'usd' } },
    ],
    ['Was reminded by letter that her trial ends', { kind: 'letter', what: 'trial-ending' }],
    ['Was banned', { kind: 'deed', what: 'member.banned' }],
    ['Read “Herons” as a free article', { kind: 'read', what: 'metered', about: 'Herons' }],
  ])('%s', (title, moment) => {
    expect(told(moment).title).toBe(title);
  });

  it('is told of every kind, also by words that are new', () => {
    for (const kind of momentKinds)
      expect(told({ kind, what: 'newly-thought-of' }).title).not.toBe('');
  });

  it('names who did it by her id', () => {
    expect(told({ kind: 'deed', what: 'member.noted', about: 'an-id' }).by).toBe('an-id');
  });
});
