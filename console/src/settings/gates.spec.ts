import { describe, expect, it } from 'vitest';
import { type GateDefault, gateInWords } from './gates.js';

const plain: GateDefault = {
  section: null,
  kind: null,
  gate: 'members',
  planIds: [],
  freeForHours: null,
  freeAfterDays: null,
};
const nameOf = (slug: string) => slug.toUpperCase();

describe('a default for new articles', () => {
  it('is a sentence', () => {
    expect(gateInWords(plain, nameOf)).toBe('A new article: members read it.');
    expect(
      gateInWords({ ...plain, section: 'harbour', kind: 'memo', gate: 'metered' }, nameOf),
    ).toBe('A new memo in HARBOUR: the meter decides.');
  });

  it('says to whose plans it is narrowed, and when it is free', () => {
    expect(
      gateInWords({ ...plain, planIds: ['a', 'b'], freeForHours: 1, freeAfterDays: 30 }, nameOf),
    ).toBe(
      'A new article: members of 2 plans read it. Everybody reads it in its first 1 hour. Everybody reads it once 30 days have passed.',
    );
  });
});
