import { describe, expect, it } from 'vitest';
import { savedByTheYear } from './yearly-saving.rules.js';

const year = { amount: 30_000, currency: 'usd', interval: 'year' } as const;
const month = { amount: 2_900, currency: 'usd', interval: 'month' } as const;

describe('whoever pays by the year', () => {
  it('saves what twelve months cost more', () => {
    expect(savedByTheYear(year, [year, month])).toEqual({ amount: 4_800, currency: 'usd' });
  });

  it.each([
    ['nothing where the months cost the same', [{ ...month, amount: 2_500 }]],
    ['nothing where the months cost less', [{ ...month, amount: 2_000 }]],
    ['nothing that could be told where no month is sold', [year]],
    ['nothing that could be told in another currency', [{ ...month, currency: 'eur' }]],
  ])('saves %s', (_, beside) => {
    expect(savedByTheYear(year, beside)).toBeNull();
  });

  it('is who is told, not who pays by the month', () => {
    expect(savedByTheYear(month, [year, month])).toBeNull();
  });
});
