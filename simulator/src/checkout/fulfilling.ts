/** Makes what a Checkout Session has sold: the customer, the subscription and its invoice, and closes the session. */
import { customerOf } from '../billing/owners.js';
import { attachCard } from '../billing/paying.js';
import { countRedemption } from '../billing/redeeming.js';
import { startSubscription } from '../billing/starting.js';
import { newCustomer } from '../resources/customers.js';
import type {
  CheckoutSession,
  Customer,
  DeletedCustomer,
  PaymentIntent,
  PaymentMethod,
  SetupIntent,
} from '../stripe-objects.js';
import type { CheckoutEntry, CheckoutPlan } from '../world/private-records.js';
import type { World } from '../world/world.js';
import { priceOf, trialEndOf } from './amounts.js';
import { amountsOf, planOfSession, quote, redemptionsOf, type Choice } from './quoting.js';

export type Intent = SetupIntent | PaymentIntent;

export function choiceIn({ quantities, address }: CheckoutEntry): Choice {
  return { quantities, country: address?.country ?? null };
}

/** Everything is in order; `means` is the card and what was done with it, if one was asked for. */
export function fulfil(
  world: World,
  session: CheckoutSession,
  entry: CheckoutEntry,
  means: { paymentMethod: PaymentMethod; intent: Intent } | null,
): CheckoutSession {
  // The price is what it was when the button was pressed, so it is worked out before anything changes.
  const { items: lineItems, today } = quote(world, session, choiceIn(entry));
  const plan: CheckoutPlan = { ...planOfSession(world, session), lineItems };
  const customer = sessionCustomer(world, session, plan, entry);
  world.shelves.checkoutPlans.put(plan);
  const payment = means?.intent.object === 'payment_intent' ? means.intent : null;
  if (means && means.intent.customer === null) adoptIntent(world, means.intent, customer);
  const bought =
    session.mode === 'subscription'
      ? subscribe(world, session, customer, plan, means?.paymentMethod ?? null, payment)
      : payOnce(world, session, payment);
  const completed = world.update(world.shelves.checkoutSessions, session, {
    ...bought,
    ...amountsOf(today),
    status: 'complete',
    url: null,
    customer: customer.id,
    payment_status: payment ? 'paid' : 'no_payment_required',
    automatic_tax: {
      ...session.automatic_tax,
      status: session.automatic_tax.enabled ? 'complete' : null,
    },
    consent:
      session.consent_collection?.terms_of_service === 'required'
        ? { promotions: null, terms_of_service: 'accepted' }
        : session.consent,
    customer_details: {
      address: entry.address ?? customer.address ?? null,
      business_name: null,
      email: customer.email ?? entry.email,
      individual_name: null,
      name: entry.name ?? customer.name ?? null,
      phone: entry.phone ?? customer.phone ?? null,
      tax_exempt: customer.tax_exempt ?? 'none',
      tax_ids: [],
    },
  });
  world.emit('checkout.session.completed', completed);
  return completed;
}

function payOnce(
  world: World,
  session: CheckoutSession,
  payment: PaymentIntent | null,
): Pick<CheckoutSession, 'payment_intent'> {
  for (const redemption of redemptionsOf(world, session)) countRedemption(world, redemption);
  return { payment_intent: payment?.id ?? null };
}

function sessionCustomer(
  world: World,
  session: CheckoutSession,
  plan: CheckoutPlan,
  entry: CheckoutEntry,
): Customer {
  const { customers } = world.shelves;
  const { email, name, phone, address } = entry;
  if (session.customer === null) {
    const customer = newCustomer(world, { email, name, phone, address });
    customers.put(customer);
    world.emit('customer.created', customer);
    return customer;
  }
  const customer = customerOf(world, session.customer);
  const changed: Customer = {
    ...customer,
    ...(plan.namesCustomer && name !== null ? { name } : {}),
    ...(plan.updatesAddress && address !== null ? { address } : {}),
    ...(phone === null ? {} : { phone }),
  };
  world.update<Customer | DeletedCustomer>(customers, customer, changed, 'customer.updated');
  return changed;
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
    payment: { kind: 'made', intent: payment },
    redemptions: redemptionsOf(world, session),
    checkoutSession: session.id,
  });
  return { subscription: subscription.id, invoice: invoice.id };
}
