import { describe, expect, it } from 'vitest';
import type { Membership, MembershipStatus } from './membership.js';
import { isLive, membershipOfRecord } from './membership-of-record.rules.js';

const now = new Date('2026-07-01');

const held = (id: string, status: MembershipStatus, startedAt: string) => ({
  id,
  source: 'sold' as Membership['source'],
  status,
  cancelsAt: null as Date | null,
  startedAt: new Date(startedAt),
});

const given = (id: string, startedAt: string, until: string) => ({
  ...held(id, 'active', startedAt),
  source: 'complimentary' as const,
  cancelsAt: new Date(until),
});

describe('the membership of record', () => {
  it('nobody holds one who never bought', () => {
    expect(membershipOfRecord([], now)).toBeNull();
  });

  it('of two live ones the older counts', () => {
    const first = held('a', 'active', '2026-01-01');
    const second = held('b', 'trialing', '2026-06-01');
    expect(membershipOfRecord([second, first], now)).toBe(first);
  });

  it('an old one that ended does not lock out the payer of a new one', () => {
    const old = held('a', 'ended', '2025-01-01');
    const current = held('b', 'active', '2026-06-01');
    expect(membershipOfRecord([old, current], now)).toBe(current);
  });

  it('a suspended one still counts as held', () => {
    const unpaid = held('a', 'unpaid', '2025-01-01');
    expect(membershipOfRecord([unpaid, held('b', 'active', '2026-06-01')], now)).toBe(unpaid);
  });

  it('when all have ended, the last one tells so', () => {
    const last = held('b', 'ended', '2026-01-01');
    expect(membershipOfRecord([last, held('a', 'ended', '2025-01-01')], now)).toBe(last);
  });

  it('a half-finished purchase never counts', () => {
    expect(membershipOfRecord([held('a', 'incomplete', '2026-01-01')], now)).toBeNull();
  });

  it('what she pays for counts before what was given to her, also when that is older', () => {
    const gift = given('a', '2026-01-01', '2027-01-01');
    const paid = held('b', 'active', '2026-06-01');
    expect(membershipOfRecord([gift, paid], now)).toBe(paid);
  });

  it('what was given goes on counting when what she paid for has ended', () => {
    const gift = given('a', '2026-01-01', '2027-01-01');
    expect(membershipOfRecord([gift, held('b', 'ended', '2026-06-01')], now)).toBe(gift);
  });
});

describe('a membership that was given', () => {
  it('ends by its date alone', () => {
    const gift = given('a', '2026-01-01', '2026-07-01');
    expect(isLive(gift, new Date('2026-06-30'))).toBe(true);
    expect(isLive(gift, now)).toBe(false);
  });
});
