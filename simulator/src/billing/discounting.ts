/** The discounts that are in effect: what they take off an invoice, how long they last, and how they end. */
import type {
  Coupon,
  DeletedDiscount,
  Discount,
  Invoice,
  InvoiceLineItem,
  Subscription,
} from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { deduct, type Deduction } from './deduction-rules.js';
import { amountDue } from './invoice-rules.js';
import { isPast, termsOf } from './redemption-rules.js';
import { currentPeriod } from './subscription-rules.js';
import { taxBasisPoints, taxesOf } from './tax-rules.js';

/** A deleted coupon takes no new orders, but what was given with it stays. */
function couponOf(world: World, discount: Discount): Coupon {
  const id = discount.source.coupon ?? '';
  const coupon = world.shelves.coupons.get(id) ?? world.shelves.retiredCoupons.get(id);
  if (!coupon) throw new Error(`No coupon ${id}`);
  return coupon;
}

/**
 * The draft with its discounts and its tax: every draft passes through here once its lines are complete, and again
 * whenever they change.
 */
export function withDeductions(world: World, draft: Invoice): Invoice {
  const discounts = goodFor(world, draft);
  const basisPoints = draft.automatic_tax.enabled
    ? taxBasisPoints(world.settings, draft.customer_address, draft.customer_tax_exempt)
    : 0;
  const country = draft.customer_address?.country ?? null;
  const deductions = deduct(
    draft.lines.data.map((line) => ({
      amount: line.amount,
      product: line.pricing?.price_details?.product ?? null,
      discountable: line.discountable,
    })),
    discounts.map((discount) => termsOf(discount.id, couponOf(world, discount), draft.currency)),
    basisPoints,
    draft.currency,
  );
  const taxes = (deduction: Deduction) => taxesOf(deduction, basisPoints, country);
  const data = draft.lines.data.map((line, index): InvoiceLineItem => {
    const deduction = deductions[index];
    return deduction
      ? { ...line, discount_amounts: deduction.discounts, taxes: taxes(deduction) }
      : line;
  });
  const subtotal = data.reduce((sum, line) => sum + line.amount, 0);
  const sum = (part: 'discounted' | 'taxable' | 'tax') =>
    deductions.reduce((whole, deduction) => whole + deduction[part], 0);
  const total = sum('taxable') + sum('tax');
  const due = amountDue(total, draft.starting_balance);
  return {
    ...draft,
    amount_due: due,
    amount_remaining: due,
    discounts: discounts.map(({ id }) => id),
    lines: { ...draft.lines, data },
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_discount_amounts: discounts.map(({ id }) => ({
      amount: takenBy(id, deductions),
      discount: id,
    })),
    total_excluding_tax: sum('taxable'),
    total_taxes: taxesOf(
      { taxable: sum('taxable'), tax: sum('tax') },
      deductions.length > 0 ? basisPoints : 0,
      country,
    ),
  };
}

function takenBy(id: string, deductions: readonly Deduction[]): number {
  return deductions
    .flatMap(({ discounts }) => discounts)
    .filter(({ discount }) => discount === id)
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** Its discounts that are still good when what the draft bills begins, which for a preview is yet to come. */
function goodFor(world: World, draft: Invoice): Discount[] {
  const begins = Math.max(world.now(), ...draft.lines.data.map(({ period }) => period.start));
  return discountsNamed(world, draft.discounts).filter(
    (discount) => !isPast(discount.end, begins) && !isSpent(world, discount, draft.id),
  );
}

function discountsNamed(world: World, ids: readonly string[]): Discount[] {
  return ids
    .map((id) => world.shelves.discounts.get(id))
    .filter((discount) => discount !== undefined);
}

/** A discount for one invoice is spent by the first that it took anything off, which a trial's own never is. */
function isSpent(world: World, discount: Discount, except?: string): boolean {
  if (couponOf(world, discount).duration !== 'once') return false;
  return world.shelves.invoices
    .where((invoice) => invoice.id !== except && invoice.status !== 'void')
    .some((invoice) =>
      invoice.total_discount_amounts?.some(
        ({ discount: id, amount }) => id === discount.id && amount !== 0,
      ),
    );
}

/** When the subscription loses the discount: at its end, or, when it is spent, with the period it was spent in. */
export function discountEnds(
  world: World,
  subscription: Subscription,
): { discount: Discount; at: number }[] {
  return discountsNamed(world, subscription.discounts).flatMap((discount) => {
    const spent = isSpent(world, discount) ? currentPeriod(subscription).end : null;
    const at = discount.end ?? spent;
    return at === null ? [] : [{ discount, at }];
  });
}

/** Takes a discount off its subscription, which tells about it first. */
export function endDiscount(world: World, discount: Discount): DeletedDiscount {
  const subscription = world.shelves.subscriptions.get(discount.subscription ?? '');
  if (subscription?.discounts.includes(discount.id)) {
    world.update(
      world.shelves.subscriptions,
      subscription,
      { discounts: subscription.discounts.filter((id) => id !== discount.id) },
      'customer.subscription.updated',
    );
  }
  return forgetDiscount(world, discount);
}

/** The last that is heard of a discount; old invoices go on naming it. */
export function forgetDiscount(world: World, discount: Discount): DeletedDiscount {
  const { end: _end, ...rest } = discount;
  world.emit('customer.discount.deleted', discount);
  return { ...rest, deleted: true };
}
