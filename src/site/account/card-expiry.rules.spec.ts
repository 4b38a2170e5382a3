import { expect, it } from 'vitest';
import { cardEnd, outlasts } from './card-expiry.rules.js';

it('a card is good until its month is over', () => {
  const card = { expMonth: 6, expYear: 2027 };
  expect(cardEnd(card)).toEqual(new Date('2027-07-01T00:00:00Z'));
  expect(outlasts(card, new Date('2027-06-30T23:59:59Z'))).toBe(true);
  expect(outlasts(card, new Date('2027-07-01T00:00:00Z'))).toBe(false);
});

it('a card of December is good until the new year', () => {
  expect(cardEnd({ expMonth: 12, expYear: 2026 })).toEqual(new Date('2027-01-01T00:00:00Z'));
});
