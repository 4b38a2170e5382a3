/** The price of an open Checkout Session as it stands: what was chosen, redeemed and typed on its page. */
import { amountDue } from '../billing/invoice-rules.js';
import { hasPaid } from '../billing/redeeming.js';
import { refusalOf, type Order, type Redemption } from '../billing/redemption-rules.js';
import { taxBasisPoints } from '../billing/tax-rules.js';
import type { CheckoutSession, Customer, LineItem } from '../stripe-objects.js';
import type { CheckoutPlan } from '../world/private-records.js';
import type { World } from '../world/world.js';
import { priceOf, quoteOf, trialEndOf, withQuantities, type Quote, type Sums } from './amounts.js';

/** What decides the price besides the session itself. */
export interface Choice {
  quantities: Record<string, number>;
  /** The country typed on the page; null takes the one that is known. */
  country: string | null;
}

export const NO_CHOICE: Choice = { quantities: {}, country: null };

export function planOfSession(world: World, session: CheckoutSession): CheckoutPlan {
  const plan = world.shelves.checkoutPlans.get(session.id);
  if (!plan) throw new Error(`No plan is kept for Checkout Session ${session.id}`);
  return plan;
}

export function quote(world: World, session: CheckoutSession, choice: Choice): Quote {
  const plan = planOfSession(world, session);
  const customer = knownCustomer(world, session);
  const known = customer?.address?.country ?? null;
  // What is typed counts only where it will be the customer's: the invoice is taxed by that.
  const country = known !== null && !plan.updatesAddress ? known : (choice.country ?? known);
  return quoteOf({
    items: withQuantities(plan.lineItems, choice.quantities),
    redemptions: redemptionsOf(world, session),
    hasTrial: trialEndOf(plan, world.now()) !== null,
    taxBasisPoints: session.automatic_tax.enabled
      ? taxBasisPoints(world.settings, { country }, customer?.tax_exempt)
      : 0,
  });
}

export function knownCustomer(world: World, session: CheckoutSession): Customer | null {
  const customer = world.shelves.customers.get(session.customer ?? '');
  return customer && !customer.deleted ? customer : null;
}

/** Whether the page asks where its reader lives. */
export function asksAddress(world: World, session: CheckoutSession): boolean {
  if (session.billing_address_collection === 'required') return true;
  if (!session.automatic_tax.enabled) return false;
  const isKnown = Boolean(knownCustomer(world, session)?.address?.country);
  return !isKnown || planOfSession(world, session).updatesAddress;
}

/** What the card is charged today: a credit the customer has is used up first, a debt is paid with it. */
export function dueNow(world: World, session: CheckoutSession, choice: Choice): number {
  const balance = session.mode === 'subscription' ? balanceOf(world, session) : 0;
  return amountDue(quote(world, session, choice).today.total, balance);
}

function balanceOf(world: World, session: CheckoutSession): number {
  return knownCustomer(world, session)?.balance ?? 0;
}

/** What a session's amounts are, in the words of its object. */
export function amountsOf(sums: Sums) {
  return {
    amount_subtotal: sums.subtotal,
    amount_total: sums.total,
    total_details: {
      amount_discount: sums.discount,
      amount_shipping: 0,
      amount_tax: sums.tax,
    },
  };
}

export function redemptionsOf(world: World, session: CheckoutSession): Redemption[] {
  const { coupons, retiredCoupons, promotionCodes } = world.shelves;
  return (session.discounts ?? []).flatMap(({ coupon: id, promotion_code: code }) => {
    const coupon = coupons.get(id ?? '') ?? retiredCoupons.get(id ?? '');
    const promotionCode = promotionCodes.get(code ?? '') ?? null;
    return coupon ? [{ coupon, promotionCode }] : [];
  });
}

export function orderOf(world: World, customer: string | null, items: readonly LineItem[]): Order {
  return {
    customer,
    hasPaid: hasPaid(world, customer),
    currency: items[0]?.currency ?? 'usd',
    subtotal: items.reduce((sum, item) => sum + item.amount_subtotal, 0),
    products: items.map((item) => priceOf(item).product),
  };
}

/** Whether what was redeemed is still good at the moment of paying: a code can run out while a page is open. */
export function isStillGood(world: World, session: CheckoutSession, choice: Choice): boolean {
  const items = withQuantities(planOfSession(world, session).lineItems, choice.quantities);
  const order = orderOf(world, session.customer, items);
  return redemptionsOf(world, session).every(
    (redemption) => refusalOf(redemption, order, world.now()) === null,
  );
}
