/** Begins a subscription and its first invoice, which is paid already, paid at once, or waits for its payment. */
import { refused } from '../http/errors.js';
import type { Invoice, PaymentIntent, Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import type { CardRefusal } from './cards.js';
import { finalize, linkPayment, refuse, send, settle, usualCard } from './collecting.js';
import { testClockOf } from './customer-time.js';
import { draft, pendingItems, takeUp } from './drafting.js';
import { customerOf } from './owners.js';
import { confirmPayment } from './paying.js';
import { newPaymentIntent } from './payment-objects.js';
import { redeem } from './redeeming.js';
import type { Redemption } from './redemption-rules.js';
import { newSubscription, type NewSubscription } from './subscription-objects.js';

/** Who pays the first invoice, and when. */
export type FirstPayment =
  /** Checkout has seen to it; null where there was nothing to pay. */
  | { kind: 'made'; intent: PaymentIntent | null }
  /** The usual card is charged now. */
  | { kind: 'charge' }
  /** A payment is prepared, and somebody else confirms it. */
  | { kind: 'prepare' };

export type SubscriptionOrder = Omit<
  NewSubscription,
  'id' | 'now' | 'latestInvoice' | 'items' | 'discounts' | 'testClock'
> & {
  items: Omit<NewSubscription['items'][number], 'id'>[];
  payment: FirstPayment;
  redemptions?: readonly Redemption[];
  checkoutSession?: string;
  /** What the subscription is given besides, before anybody hears of it. */
  alsoSet?: (planned: Subscription) => Partial<Subscription>;
};

export interface Started {
  subscription: Subscription;
  invoice: Invoice;
  /** Why the card was not charged, where it was to be. */
  refusal: CardRefusal | 'requires-action' | null;
}

export function startSubscription(
  world: World,
  { items, payment, redemptions = [], checkoutSession, alsoSet, ...order }: SubscriptionOrder,
): Started {
  const now = world.now();
  const invoiceId = world.ids.next('invoice');
  const id = world.ids.next('subscription');
  const plain = newSubscription({
    ...order,
    id,
    now,
    latestInvoice: invoiceId,
    testClock: testClockOf(world, order.customer)?.id,
    items: items.map((item) => ({ ...item, id: world.ids.next('subscriptionItem') })),
    discounts: redeem(world, redemptions, {
      customer: order.customer,
      subscription: id,
      checkoutSession,
    }),
  });
  const planned: Subscription = { ...plain, ...alsoSet?.(plain) };
  keepCurrency(world, planned);
  // The subscription tells about itself only when it is known whether its first payment succeeds.
  world.shelves.subscriptions.put(planned);
  // A Checkout page has named what is paid; what waits for the customer goes onto a later invoice.
  const waiting = payment.kind === 'made' ? [] : pendingItems(world, planned);
  const invoice = draft(world, {
    id: invoiceId,
    subscription: planned,
    reason: 'subscription_create',
    currentPeriod: planned.status === 'trialing' ? 'free' : 'billed',
    items: waiting,
    finalizesAt: null,
    period: { start: now, end: now },
  });
  const outcome = payFirst(world, planned, invoice, payment);
  const subscription: Subscription = {
    ...planned,
    status: outcome.kind === 'unpaid' ? 'incomplete' : planned.status,
  };
  world.create(world.shelves.subscriptions, subscription, 'customer.subscription.created');
  world.create(world.shelves.invoices, invoice, 'invoice.created');
  takeUp(world, waiting, invoice.id);
  const open = finalize(world, invoice);
  if (outcome.intent) linkPayment(world, open, outcome.intent.id);
  return { subscription, ...firstInvoice(world, open, outcome) };
}

/** A customer pays in the currency of what they bought first. */
function keepCurrency(world: World, { customer: id, currency }: Subscription): void {
  const customer = customerOf(world, id);
  if (!customer.currency) world.update(world.shelves.customers, customer, { currency });
}

type Outcome =
  | { kind: 'settled'; intent: PaymentIntent | null }
  | { kind: 'sent'; intent: null }
  | { kind: 'unpaid'; intent: PaymentIntent; refusal: Started['refusal'] };

function payFirst(
  world: World,
  subscription: Subscription,
  invoice: Invoice,
  payment: FirstPayment,
): Outcome {
  if (payment.kind === 'made') return { kind: 'settled', intent: payment.intent };
  if (invoice.amount_due === 0) return { kind: 'settled', intent: null };
  if (subscription.collection_method === 'send_invoice') return { kind: 'sent', intent: null };
  const card = usualCard(world, subscription, subscription.customer);
  if (card === null && payment.kind === 'charge') {
    throw refused(
      'This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://docs.stripe.com/billing/subscriptions/payment-methods-setting.',
      { code: 'resource_missing' },
    );
  }
  const intent = world.create(
    world.shelves.paymentIntents,
    newPaymentIntent({
      id: world.ids.next('paymentIntent'),
      secret: world.ids.next('secret'),
      now: world.clock.accountNow(),
      customer: subscription.customer,
      paymentMethod: card,
      amount: invoice.amount_due,
      currency: invoice.currency,
      description: 'Subscription creation',
      metadata: {},
      receiptEmail: null,
      savesCard: true,
    }),
    'payment_intent.created',
  );
  if (payment.kind === 'prepare') return { kind: 'unpaid', intent, refusal: null };
  const confirmation = confirmPayment(world, intent, { justAuthenticated: false });
  switch (confirmation.kind) {
    case 'succeeded':
      return { kind: 'settled', intent: confirmation.intent };
    case 'requires-action':
      return { kind: 'unpaid', intent: confirmation.intent, refusal: 'requires-action' };
    case 'refused':
      return { kind: 'unpaid', intent: confirmation.intent, refusal: confirmation.refusal };
  }
}

function firstInvoice(
  world: World,
  open: Invoice,
  outcome: Outcome,
): Pick<Started, 'invoice' | 'refusal'> {
  switch (outcome.kind) {
    case 'settled':
      return { invoice: settle(world, open), refusal: null };
    case 'sent':
      send(world, open);
      return { invoice: open, refusal: null };
    case 'unpaid': {
      const { refusal } = outcome;
      if (refusal === null) return { invoice: open, refusal };
      if (refusal === 'requires-action') {
        world.emit('invoice.payment_action_required', open);
        return { invoice: open, refusal };
      }
      return { invoice: refuse(world, open, refusal, false).invoice, refusal };
    }
  }
}
