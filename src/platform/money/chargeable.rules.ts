/** Which amounts Stripe can charge. Source: https://docs.stripe.com/currencies, three-decimal and special cases. */
import type { Money } from './money.js';

/** In the currency's minor unit: Stripe charges eight digits at once, and in few currencies more. */
export const mostAtOnce = 99_999_999;

/** In a currency's minor unit; elsewhere any whole amount will do. */
const steps = new Map([
  // Three decimals, of which Stripe charges two.
  ...['bhd', 'jod', 'kwd', 'omr', 'tnd'].map((currency) => [currency, 10] as const),
  // Written with two decimals that have to be zero.
  ...['isk', 'ugx'].map((currency) => [currency, 100] as const),
]);

/** What an amount in this currency has to be divisible by. */
export function chargeableStep(currency: string): number {
  return steps.get(currency) ?? 1;
}

export function isChargeable({ amount, currency }: Money): boolean {
  return amount % chargeableStep(currency) === 0;
}
