/** What a change in the middle of a period gives back for what is not used, and asks for what is. Pure. */
import type { SubscriptionItem } from '../stripe-objects.js';
import { share } from './money.js';
import type { Period } from './periods.js';

export interface Proration {
  kind: 'unused' | 'remaining';
  item: SubscriptionItem;
  /** Below zero for what is given back. */
  amount: number;
  period: Period;
}

export interface ProratedChange {
  before: readonly SubscriptionItem[];
  after: readonly SubscriptionItem[];
  /** The instant from which the change counts, inside the period. */
  at: number;
  /** A new period begins with the change: all the old one has left is given back, and nothing more is asked for it. */
  beginsPeriod: boolean;
  /** What each item costs for its whole period, with its discounts taken off. */
  costBefore: ReadonlyMap<string, number>;
  costAfter: ReadonlyMap<string, number>;
}

/** To the second: an item's cost times the seconds that are left, divided by the seconds of its period. */
export function prorations(change: ProratedChange): Proration[] {
  const { before, after, beginsPeriod } = change;
  const changed = (item: SubscriptionItem, others: readonly SubscriptionItem[]) =>
    beginsPeriod || !others.some((other) => isSame(item, other));
  const unused = before
    .filter((item) => changed(item, after))
    .map((item) => prorated(change, item, 'unused'));
  const remaining = beginsPeriod
    ? []
    : after
        .filter((item) => changed(item, before))
        .map((item) => prorated(change, item, 'remaining'));
  return [...unused, ...remaining].filter(({ period }) => period.end > period.start);
}

function isSame(one: SubscriptionItem, other: SubscriptionItem): boolean {
  return one.id === other.id && one.price.id === other.price.id && one.quantity === other.quantity;
}

function prorated(
  { at, costBefore, costAfter }: ProratedChange,
  item: SubscriptionItem,
  kind: Proration['kind'],
): Proration {
  const { current_period_start: start, current_period_end: end } = item;
  const whole = (kind === 'unused' ? costBefore : costAfter).get(item.id) ?? 0;
  const amount = share(whole, end - at, end - start, item.price.currency);
  return {
    kind,
    item,
    amount: kind === 'unused' ? 0 - amount : amount,
    period: { start: at, end },
  };
}
