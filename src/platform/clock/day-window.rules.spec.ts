import { describe, expect, it } from 'vitest';
import { lastDays } from './day-window.rules.js';

const now = new Date('2027-03-02T12:34:56Z');

describe('the last days', () => {
  it('are whole ones, and today as far as it has come', () => {
    expect(lastDays(3, now)).toEqual({
      from: new Date('2027-02-28T00:00:00Z'),
      to: now,
      days: ['2027-02-28', '2027-03-01', '2027-03-02'],
    });
  });

  it('are only today, where one is asked for', () => {
    expect(lastDays(1, now).days).toEqual(['2027-03-02']);
  });

  it('begin anew at midnight', () => {
    expect(lastDays(2, new Date('2027-03-01T00:00:00Z')).days).toEqual([
      '2027-02-28',
      '2027-03-01',
    ]);
  });
});
