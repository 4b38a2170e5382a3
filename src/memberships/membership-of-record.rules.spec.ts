import { describe, expect, it } from 'vitest';
import type { MembershipStatus } from './membership.js';
import { membershipOfRecord } from './membership-of-record.rules.js';

const held = (id: string, status: MembershipStatus, startedAt: string) => ({
  id,
  status,
  startedAt: new Date(startedAt),
});

describe('the membership of record', () => {
  it('nobody holds one who never bought', () => {
    expect(membershipOfRecord([])).toBeNull();
  });

  it('of two live ones the older counts', () => {
    const first = held('a', 'active', '2026-01-01');
    const second = held('b', 'trialing', '2026-06-01');
    expect(membershipOfRecord([second, first])).toBe(first);
  });

  it('an old one that ended does not lock out the payer of a new one', () => {
    const old = held('a', 'ended', '2025-01-01');
    const current = held('b', 'active', '2026-06-01');
    expect(membershipOfRecord([old, current])).toBe(current);
  });

  it('a suspended one still counts as held', () => {
    const unpaid = held('a', 'unpaid', '2025-01-01');
    expect(membershipOfRecord([unpaid, held('b', 'active', '2026-06-01')])).toBe(unpaid);
  });

  it('when all have ended, the last one tells so', () => {
    const last = held('b', 'ended', '2026-01-01');
    expect(membershipOfRecord([last, held('a', 'ended', '2025-01-01')])).toBe(last);
  });

  it('a half-finished purchase never counts', () => {
    expect(membershipOfRecord([held('a', 'incomplete', '2026-01-01')])).toBeNull();
  });
});
