/** What discounts take off the lines of an order, and what tax adds to them. Pure; whole minor units throughout. */
import { share } from './money.js';

export interface Deductible {
  amount: number;
  product: string | null;
  discountable: boolean;
}

export interface DiscountTerms {
  id: string;
  percentOff: number | null;
  amountOff: number | null;
  /** The products it is for; null for everything. */
  products: readonly string[] | null;
}

export interface Deduction {
  /** What each discount takes off this line; those that take nothing are not named. */
  discounts: { discount: string; amount: number }[];
  discounted: number;
  taxable: number;
  tax: number;
}

/** Hundredths of a percent in the whole. */
const WHOLE = 10_000;

/** One answer a line, in the lines' order. Discounts work one after another, each on what the last one left. */
export function deduct(
  lines: readonly Deductible[],
  discounts: readonly DiscountTerms[],
  taxBasisPoints: number,
  currency: string,
): Deduction[] {
  const left = lines.map(({ amount }) => amount);
  const taken: Deduction['discounts'][] = lines.map(() => []);
  for (const terms of discounts) {
    const eligible = lines.map((line, index) => (isEligible(line, terms) ? (left[index] ?? 0) : 0));
    const amounts =
      terms.percentOff === null
        ? spread(terms.amountOff ?? 0, eligible)
        : eligible.map((amount) =>
            // Percentages have up to two decimals.
            share(amount, Math.round((terms.percentOff ?? 0) * 100), WHOLE, currency),
          );
    amounts.forEach((amount, index) => {
      if (amount === 0) return;
      left[index] = (left[index] ?? 0) - amount;
      taken[index]?.push({ discount: terms.id, amount });
    });
  }
  return lines.map(({ amount }, index) => {
    const taxable = left[index] ?? 0;
    return {
      discounts: taken[index] ?? [],
      discounted: amount - taxable,
      taxable,
      tax: share(taxable, taxBasisPoints, WHOLE, currency),
    };
  });
}

function isEligible({ product, discountable }: Deductible, { products }: DiscountTerms): boolean {
  return discountable && (products === null || (product !== null && products.includes(product)));
}

/** Shares a fixed sum among the lines in proportion, to the last unit; no line goes below zero. */
function spread(sum: number, amounts: readonly number[]): number[] {
  const room = amounts.map((amount) => Math.max(0, amount));
  const most = room.reduce((total, amount) => total + amount, 0);
  const whole = Math.min(sum, most);
  if (whole === 0) return room.map(() => 0);
  const shares = room.map((amount) => Number((BigInt(amount) * BigInt(whole)) / BigInt(most)));
  let rest = whole - shares.reduce((total, share) => total + share, 0);
  return shares.map((share, index) => {
    const more = Math.min(rest, (room[index] ?? 0) - share);
    rest -= more;
    return share + more;
  });
}
