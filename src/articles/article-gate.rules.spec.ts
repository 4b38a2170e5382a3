import { describe, expect, it } from 'vitest';
import { type ArticleGate, closedGate, gateAfter, refusedOfGate } from './article-gate.rules.js';

const narrowed: ArticleGate = { ...closedGate, planIds: ['gold'] };
const scheduled: ArticleGate = { ...closedGate, freeForHours: 48, freeAfterDays: 30 };

describe('a gate after an edit', () => {
  it.each([
    ['stays where nothing is said', scheduled, {}, scheduled],
    ['keeps each plan once', closedGate, { planIds: ['a', 'b', 'a'] }, { planIds: ['a', 'b'] }],
    [
      'loses its plans with the gate that they narrow',
      narrowed,
      { gate: 'metered' },
      { planIds: [] },
    ],
    [
      'loses its schedule as it becomes public',
      scheduled,
      { gate: 'public' },
      { freeForHours: null, freeAfterDays: null },
    ],
    ['keeps its schedule under another gate', scheduled, { gate: 'metered' }, { freeForHours: 48 }],
    [
      'loses a free time that is cleared',
      scheduled,
      { freeForHours: null },
      { freeForHours: null },
    ],
  ] as const)('%s', (_, before, changes, expected) => {
    const told = JSON.parse(JSON.stringify(changes)) as Partial<ArticleGate>;
    const after = gateAfter(before, told);
    expect(after).toEqual({ ...before, ...told, ...expected });
    expect(refusedOfGate(before, told)).toEqual([]);
  });
});

describe('an editor is refused', () => {
  const fields = (before: ArticleGate, changes: Partial<ArticleGate>) =>
    refusedOfGate(before, changes).map(({ field }) => field);

  it('plans at any other gate than members', () => {
    expect(fields(closedGate, { gate: 'metered', planIds: ['gold'] })).toEqual(['planIds']);
    expect(fields({ ...closedGate, gate: 'metered' }, { planIds: ['gold'] })).toEqual(['planIds']);
  });

  it('a schedule for what is public', () => {
    const both = { freeForHours: 1, freeAfterDays: 1 };
    expect(fields(closedGate, { gate: 'public', ...both })).toEqual(Object.keys(both));
    expect(fields({ ...closedGate, gate: 'public' }, both)).toEqual(Object.keys(both));
    expect(fields(closedGate, { gate: 'public', freeForHours: null })).toEqual([]);
  });

  it('free days that begin before the free hours are over, by the field that says so', () => {
    expect(fields(closedGate, { freeForHours: 48, freeAfterDays: 2 })).toEqual(['freeAfterDays']);
    expect(fields(closedGate, { freeForHours: 47, freeAfterDays: 2 })).toEqual([]);
    expect(fields(scheduled, { freeForHours: 30 * 24 })).toEqual(['freeForHours']);
    expect(fields(scheduled, { freeAfterDays: 1 })).toEqual(['freeAfterDays']);
    expect(fields(scheduled, { freeForHours: 30 * 24, freeAfterDays: null })).toEqual([]);
  });
});
