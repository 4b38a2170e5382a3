/** Decides whether a year is cheaper than its months, and by how much. */
import type { Money } from '../../platform/money/money.js';

interface Priced extends Money {
  readonly interval: 'month' | 'year';
}

/** @returns null for what is not a year's price, for a year without a month beside it, and where nothing is saved */
export function savedByTheYear(price: Priced, beside: readonly Priced[]): Money | null {
  if (price.interval !== 'year') return null;
  const month = beside.find(
    ({ interval, currency }) => interval === 'month' && currency === price.currency,
  );
  if (month === undefined) return null;
  const amount = month.amount * 12 - price.amount;
  return amount > 0 ? { amount, currency: price.currency } : null;
}
