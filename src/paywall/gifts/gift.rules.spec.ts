import { describe, expect, it } from 'vitest';
import { type GiftFacts, expiryOf, refusalOf } from './gift.rules.js';

const given = new Date('2026-11-23T12:00:00.000Z');
const expiresAt = expiryOf(given, 14);
const gift: GiftFacts = {
  expiresAt,
  revokedAt: null,
  openings: 5,
  opened: 4,
  hasOpened: false,
  giverReads: true,
};
const later = (milliseconds: number) => new Date(expiresAt.getTime() + milliseconds);
const everUsed = { ...gift, opened: 5 };

describe('a gift', () => {
  it('is good for its days to the millisecond, for those who opened it, too', () => {
    expect(expiresAt).toEqual(new Date('2026-12-07T12:00:00.000Z'));
    for (const hasOpened of [false, true]) {
      expect(refusalOf({ ...gift, hasOpened }, later(-1))).toBeNull();
      expect(refusalOf({ ...gift, hasOpened }, later(0))).toBe('expired');
    }
  });

  it('opens for as many as it has openings, and again for each of them', () => {
    expect(refusalOf(gift, given)).toBeNull();
    expect(refusalOf(everUsed, given)).toBe('used-up');
    expect(refusalOf({ ...everUsed, hasOpened: true }, given)).toBeNull();
  });

  it('opens for nobody once its giver took it back or reads no more, and does not say which', () => {
    for (const facts of [gift, everUsed, { ...everUsed, hasOpened: true }]) {
      expect(refusalOf({ ...facts, giverReads: false }, given)).toBe('withdrawn');
      expect(refusalOf({ ...facts, revokedAt: given }, given)).toBe('withdrawn');
    }
  });

  it('that is over by its date says nothing of its giver', () => {
    expect(refusalOf({ ...gift, giverReads: false, revokedAt: given }, later(0))).toBe('expired');
  });
});
