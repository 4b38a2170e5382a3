/** What a price comes to, and which plans are on sale. */
import type { Money } from '../platform/money/money.js';
import { shareOf } from '../platform/money/share.rules.js';
import type { BillingInterval, Plan, Price } from './plan.js';

const monthsIn: Record<BillingInterval, number> = { month: 1, year: 12 };

/** What a month of it costs, to the nearest amount that could be charged; shown beside the total, never instead of it. */
export function monthlyEquivalent(price: Money & { interval: BillingInterval }): Money {
  return shareOf(price, monthsIn[price.interval]);
}

export function pricesOnSale(plan: Plan): Price[] {
  return plan.archivedAt === null ? plan.prices.filter(({ status }) => status === 'active') : [];
}
