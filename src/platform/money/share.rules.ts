/** Divides money without leaving whole numbers. */
import { chargeableStep } from './chargeable.rules.js';
import type { Money } from './money.js';

/**
 * One of so many equal shares, to the nearest amount that could be charged; half of one counts up.
 * @param parts a whole number, at least 1
 */
export function shareOf({ amount, currency }: Money, parts: number): Money {
  const step = chargeableStep(currency);
  const rest = amount % (parts * step);
  const below = (amount - rest) / parts;
  return { amount: 2 * rest >= parts * step ? below + step : below, currency };
}
