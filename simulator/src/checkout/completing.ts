// Completes a Checkout Session: saves or charges the card, then makes what was bought. A refused card leaves the
// session open and nothing bought.
import type {
  CheckoutSession,
  Customer,
  DeletedCustomer,
  PaymentIntent,
  PaymentMethod,
  SetupIntent,
} from '../stripe-objects.js';
import type { CheckoutPlan, PendingAuthentication } from '../world/private-records.js';
import type { World } from '../world/world.js';
import type { CardRefusal } from '../billing/cards.js';
import { customerOf } from '../billing/collecting.js';
import {
  attachCard,
  confirmPayment,
  confirmSetup,
  failedAuthentication,
  failPayment,
  failSetup,
  paymentMethodOf,
  saveCard,
  type Confirmation,
} from '../billing/paying.js';
import { newPaymentIntent, newSetupIntent, type TypedCard } from '../billing/payment-objects.js';
import { startSubscription } from '../billing/starting.js';
import { newCustomer } from '../resources/customers.js';
import { dueToday, priceOf, trialEndOf, withQuantities } from './amounts.js';

export interface Entry {
  /** Null where the page asks for no card: nothing is due and none is required. */
  card: TypedCard | null;
  name: string | null;
  email: string;
  quantities: Record<string, number>;
}

type Intent = SetupIntent | PaymentIntent;

export type Completion =
  | { kind: 'complete'; session: CheckoutSession }
  | { kind: 'authenticate'; intent: Intent }
  | { kind: 'refused'; refusal: CardRefusal; intent: Intent };

export function planOfSession(world: World, session: CheckoutSession): CheckoutPlan {
  const plan = world.shelves.checkoutPlans.get(session.id);
  if (!plan) throw new Error(`No plan is kept for Checkout Session ${session.id}`);
  return plan;
}

/** What is to be paid the moment the button is pressed. */
function dueNow(world: World, session: CheckoutSession, quantities: Record<string, number> = {}) {
  const plan = planOfSession(world, session);
  const items = withQuantities(plan.lineItems, quantities);
  return dueToday(items, trialEndOf(plan, world.now()) !== null);
}

export function needsCard(world: World, session: CheckoutSession): boolean {
  return dueNow(world, session) > 0 || session.payment_method_collection === 'always';
}

/** The button is pressed. */
export function submit(world: World, session: CheckoutSession, entry: Entry): Completion {
  if (entry.card === null)
    return { kind: 'complete', session: fulfil(world, session, entry, null) };
  const paymentMethod = saveCard(world, entry.card, {
    address: null,
    email: entry.email,
    name: entry.name,
    phone: null,
  });
  const amount = dueNow(world, session, entry.quantities);
  const confirmation =
    amount > 0
      ? confirmPayment(world, beginPayment(world, session, paymentMethod, amount), {
          justAuthenticated: false,
        })
      : confirmSetup(world, beginSetup(world, session, paymentMethod), {
          justAuthenticated: false,
        });
  if (confirmation.kind === 'requires-action') {
    world.shelves.authentications.put({
      id: confirmation.intent.id,
      paymentMethod: paymentMethod.id,
      returnTo: {
        kind: 'checkout',
        session: session.id,
        quantities: entry.quantities,
        email: entry.email,
      },
    });
  }
  return conclude(world, session, entry, paymentMethod, confirmation);
}

/** The 3-D Secure page is answered. */
export function answerAuthentication(
  world: World,
  session: CheckoutSession,
  pending: PendingAuthentication,
  passed: boolean,
): Completion {
  if (pending.returnTo.kind !== 'checkout') throw new Error('Not an authentication of Checkout');
  const { quantities, email } = pending.returnTo;
  world.shelves.authentications.remove(pending.id);
  const paymentMethod = paymentMethodOf(world, pending.paymentMethod);
  const entry: Entry = {
    card: null,
    name: paymentMethod.billing_details.name,
    email,
    quantities,
  };
  return conclude(world, session, entry, paymentMethod, confirmAgain(world, pending, passed));
}

function confirmAgain(
  world: World,
  pending: PendingAuthentication,
  passed: boolean,
): Confirmation<Intent> {
  const setup = world.shelves.setupIntents.get(pending.id);
  if (setup) {
    return passed
      ? confirmSetup(world, setup, { justAuthenticated: true })
      : failSetup(world, setup, failedAuthentication('setup_intent'));
  }
  const payment = world.shelves.paymentIntents.get(pending.id);
  if (!payment) throw new Error(`No intent ${pending.id}`);
  return passed
    ? confirmPayment(world, payment, { justAuthenticated: true })
    : failPayment(world, payment, failedAuthentication('payment_intent'));
}

function conclude(
  world: World,
  session: CheckoutSession,
  entry: Entry,
  paymentMethod: PaymentMethod,
  confirmation: Confirmation<Intent>,
): Completion {
  switch (confirmation.kind) {
    case 'succeeded':
      return {
        kind: 'complete',
        session: fulfil(world, session, entry, { paymentMethod, intent: confirmation.intent }),
      };
    case 'requires-action':
      return { kind: 'authenticate', intent: confirmation.intent };
    case 'refused':
      return { kind: 'refused', refusal: confirmation.refusal, intent: confirmation.intent };
  }
}

function beginSetup(world: World, session: CheckoutSession, card: PaymentMethod): SetupIntent {
  const intent = newSetupIntent({
    id: world.ids.next('setupIntent'),
    secret: world.ids.next('secret'),
    now: world.now(),
    customer: session.customer,
    paymentMethod: card.id,
  });
  return world.create(world.shelves.setupIntents, intent, 'setup_intent.created');
}

function beginPayment(
  world: World,
  session: CheckoutSession,
  card: PaymentMethod,
  amount: number,
): PaymentIntent {
  const plan = planOfSession(world, session);
  const isSubscription = session.mode === 'subscription';
  const intent = newPaymentIntent({
    id: world.ids.next('paymentIntent'),
    secret: world.ids.next('secret'),
    now: world.now(),
    customer: session.customer,
    paymentMethod: card.id,
    amount,
    currency: session.currency ?? 'usd',
    description: isSubscription ? 'Subscription creation' : plan.paymentDescription,
    metadata: isSubscription ? {} : plan.paymentMetadata,
    receiptEmail: plan.receiptEmail,
    savesCard: isSubscription,
  });
  return world.create(world.shelves.paymentIntents, intent, 'payment_intent.created');
}

/** Everything is in order: the customer, the subscription and its invoice come into being, and the session is over. */
function fulfil(
  world: World,
  session: CheckoutSession,
  entry: Entry,
  means: { paymentMethod: PaymentMethod; intent: Intent } | null,
): CheckoutSession {
  const plan = planOfSession(world, session);
  const customer = sessionCustomer(world, session, plan, entry);
  const items = withQuantities(plan.lineItems, entry.quantities);
  const due = dueToday(items, trialEndOf(plan, world.now()) !== null);
  world.shelves.checkoutPlans.put({ ...plan, lineItems: items });
  const payment = means?.intent.object === 'payment_intent' ? means.intent : null;
  if (means && means.intent.customer === null) adoptIntent(world, means.intent, customer);
  const bought =
    session.mode === 'subscription'
      ? subscribe(
          world,
          session,
          customer,
          { ...plan, lineItems: items },
          means?.paymentMethod ?? null,
          payment,
        )
      : { payment_intent: payment?.id ?? null };
  const completed = world.update(world.shelves.checkoutSessions, session, {
    ...bought,
    status: 'complete',
    url: null,
    customer: customer.id,
    payment_status: payment ? 'paid' : 'no_payment_required',
    amount_subtotal: due,
    amount_total: due,
    consent:
      session.consent_collection?.terms_of_service === 'required'
        ? { promotions: null, terms_of_service: 'accepted' }
        : session.consent,
    customer_details: {
      address: customer.address ?? null,
      business_name: null,
      email: customer.email ?? entry.email,
      individual_name: null,
      name: entry.name ?? customer.name ?? null,
      phone: customer.phone ?? null,
      tax_exempt: 'none',
      tax_ids: [],
    },
  });
  world.emit('checkout.session.completed', completed);
  return completed;
}

function sessionCustomer(
  world: World,
  session: CheckoutSession,
  plan: CheckoutPlan,
  entry: Entry,
): Customer {
  const { customers } = world.shelves;
  if (session.customer === null) {
    const customer = newCustomer(world, { email: entry.email, name: entry.name });
    customers.put(customer);
    world.emit('customer.created', customer);
    return customer;
  }
  const customer = customerOf(world, session.customer);
  if (!plan.namesCustomer || entry.name === null) return customer;
  const named = { ...customer, name: entry.name };
  world.update<Customer | DeletedCustomer>(customers, customer, named, 'customer.updated');
  return named;
}

function adoptIntent(world: World, intent: Intent, customer: Customer): void {
  if (intent.object === 'setup_intent') {
    world.update(world.shelves.setupIntents, intent, { customer: customer.id });
  } else {
    world.update(world.shelves.paymentIntents, intent, { customer: customer.id });
  }
}

function subscribe(
  world: World,
  session: CheckoutSession,
  customer: Customer,
  plan: CheckoutPlan,
  paymentMethod: PaymentMethod | null,
  payment: PaymentIntent | null,
): Pick<CheckoutSession, 'subscription' | 'invoice'> {
  if (paymentMethod) attachCard(world, paymentMethod.id, customer.id);
  const { subscription, invoice } = startSubscription(world, {
    customer: customer.id,
    items: plan.lineItems.map((item) => ({
      price: priceOf(item),
      quantity: item.quantity ?? 1,
      metadata: {},
    })),
    trialEnd: trialEndOf(plan, world.now()),
    defaultPaymentMethod: paymentMethod?.id ?? null,
    missingPaymentMethod: plan.missingPaymentMethod,
    metadata: plan.subscriptionMetadata,
    description: plan.description,
    billingMode: plan.billingMode,
    automaticTax: session.automatic_tax.enabled,
    paidBy: payment,
  });
  return { subscription: subscription.id, invoice: invoice.id };
}
