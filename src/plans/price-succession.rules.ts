/** What a new price takes the place of. */
import type { Money } from '../platform/money/money.js';
import type { BillingInterval, Plan, Price } from './plan.js';
import { pricesOnSale } from './plan.rules.js';

export interface PriceTerms extends Money {
  readonly interval: BillingInterval;
}

export interface PriceChange extends PriceTerms {
  /** The price it takes the place of; where nothing is said, the one of the same interval and currency. */
  readonly replaces?: string | undefined;
}

export interface Succession {
  /** The version on sale that is what is wanted already. */
  readonly standing: Price | null;
  /** What comes off sale: the named price, and what stands where the new one will, for one can stand there. */
  readonly replaced: readonly Price[];
}

/**
 * @param named the version that the change names, in whatever state it is now
 * @returns 'not-on-sale' when the named price cannot be replaced, unless that has been done already:
 *   who lost the answer to a change may ask for it again
 */
export function succession(
  plan: Plan,
  change: PriceChange,
  named: Price | null,
): Succession | 'not-on-sale' {
  const onSale = pricesOnSale(plan);
  const inPlace = onSale.filter((price) => isInPlace(price, change));
  const standing = inPlace.find(({ amount }) => amount === change.amount) ?? null;
  if (change.replaces !== undefined && !onSale.some(({ id }) => id === change.replaces)) {
    const isDone = standing !== null && named?.planId === plan.id && named.status === 'archived';
    if (!isDone) return 'not-on-sale';
  }
  return {
    standing,
    replaced: onSale.filter(
      (price) => price !== standing && (price.id === change.replaces || inPlace.includes(price)),
    ),
  };
}

function isInPlace(price: PriceTerms, other: PriceTerms): boolean {
  return price.interval === other.interval && price.currency === other.currency;
}
