/** What a price comes to, and which plans are on sale. */
import type { Money } from '../platform/money/money.js';
import type { BillingInterval, Plan, Price } from './plan.js';

const monthsIn: Record<BillingInterval, number> = { month: 1, year: 12 };

/** What a month of it costs, to the nearest minor unit; shown beside the total, never instead of it. */
export function monthlyEquivalent(price: Money & { interval: BillingInterval }): Money {
  return {
    amount: Math.round(price.amount / monthsIn[price.interval]),
    currency: price.currency,
  };
}

export function pricesOnSale(plan: Plan): Price[] {
  return plan.archivedAt === null ? plan.prices.filter(({ status }) => status === 'active') : [];
}
