import { describe, expect, it } from 'vitest';
import { churnRatio, flowOf, totalOf } from './flow.rules.js';

const days = ['2027-02-28', '2027-03-01', '2027-03-02'];

describe('how members come and go', () => {
  const series = flowOf(days, {
    trialsStarted: [{ day: '2027-02-28', count: 4 }],
    trialsConverted: [{ day: '2027-03-02', count: 1 }],
    begun: [
      { day: '2027-03-02', count: 3 },
      { day: '2027-02-28', count: 1 },
    ],
    ended: [{ day: '2027-03-01', count: 2 }],
  });

  it('is told of every day, in order, with zeros where nothing happened', () => {
    expect(series.map(({ day, begun, ended, net }) => [day, begun, ended, net])).toEqual([
      ['2027-02-28', 1, 0, 1],
      ['2027-03-01', 0, 2, -2],
      ['2027-03-02', 3, 0, 3],
    ]);
  });

  it('adds up', () => {
    expect(totalOf(series)).toEqual({
      trialsStarted: 4,
      trialsConverted: 1,
      begun: 4,
      ended: 2,
      net: 2,
    });
  });
});

describe('churn', () => {
  it('is those who left by those who were there', () => {
    expect(churnRatio(200, 5)).toBe(0.025);
    expect(churnRatio(3, 0)).toBe(0);
  });

  it('is not known where nobody was there', () => {
    expect(churnRatio(0, 0)).toBeNull();
  });
});
