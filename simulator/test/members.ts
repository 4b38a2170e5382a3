/** Members made by the API for the tests of changes: a customer with a card, and what they subscribe to. */
import type Stripe from 'stripe';
import { sellablePrice, type Town } from './support.js';

export const CARDS = {
  works: 'pm_card_visa',
  declinesLater: 'pm_card_chargeCustomerFail',
  wants3DSecure: 'pm_card_authenticationRequired',
} as const;

/** A customer whose card is attached and charged by default. */
export async function customerWithCard(town: Town, card: string = CARDS.works): Promise<string> {
  const customer = await town.stripe.customers.create({ email: 'mira@town.test' });
  await giveCard(town, customer.id, card);
  return customer.id;
}

export async function giveCard(town: Town, customer: string, card: string): Promise<string> {
  const { id } = await town.stripe.paymentMethods.attach(card, { customer });
  await town.stripe.customers.update(customer, {
    invoice_settings: { default_payment_method: id },
  });
  return id;
}

/** $10.00 a seat and month. */
export const seatPrice = (
  town: Town,
  changes: Partial<Stripe.PriceCreateParams> = {},
): Promise<Stripe.Price> =>
  sellablePrice(town.stripe, { unit_amount: 1000, recurring: { interval: 'month' }, ...changes });

/** A team of five seats that has paid its first month. */
export async function startTeam(
  town: Town,
  changes: Partial<Stripe.SubscriptionCreateParams> = {},
  price?: Stripe.Price,
) {
  const seat = price ?? (await seatPrice(town));
  const customer = changes.customer ?? (await customerWithCard(town));
  const subscription = await town.stripe.subscriptions.create({
    customer,
    items: [{ price: seat.id, quantity: 5 }],
    ...changes,
  });
  const item = subscription.items.data[0]?.id ?? '';
  return { seat, customer, subscription, item };
}

export async function invoicesOf(town: Town, subscription: string): Promise<Stripe.Invoice[]> {
  return (await town.stripe.invoices.list({ subscription })).data;
}

/** The newest event of a type, as a receiver sees it. */
export function lastEvent(town: Town, type: string): Stripe.Event {
  const event = town.simulator.state.events.newestFirst().find((each) => each.type === type);
  if (!event) throw new Error(`No ${type}`);
  return event as unknown as Stripe.Event;
}
