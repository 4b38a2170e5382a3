import { describe, expect, it } from 'vitest';
import { changeBetween } from './change.rules.js';

describe('what a deed changed', () => {
  it('is the fields that differ, and none of the others', () => {
    expect(changeBetween({ name: 'PRO', trialDays: 7 }, { name: 'PRO', trialDays: 14 })).toEqual({
      before: { trialDays: 7 },
      after: { trialDays: 14 },
    });
  });

  it('is everything of what was not there before, or is gone', () => {
    expect(changeBetween(null, { name: 'PRO' })).toEqual({ before: {}, after: { name: 'PRO' } });
    expect(changeBetween({ name: 'PRO' }, null)).toEqual({ before: { name: 'PRO' }, after: {} });
  });

  it('tells a field that has become nothing from one that is not there', () => {
    expect(changeBetween({ until: 'noon' }, { until: null })).toEqual({
      before: { until: 'noon' },
      after: { until: null },
    });
    expect(changeBetween({}, { until: null })).toEqual({ before: {}, after: { until: null } });
  });

  it('is not there where nothing differs', () => {
    expect(changeBetween({ name: 'PRO' }, { name: 'PRO' })).toBeUndefined();
    expect(changeBetween(null, null)).toBeUndefined();
  });
});
