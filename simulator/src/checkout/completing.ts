/**
 * Completes a Checkout Session: saves or charges the card, then makes what was bought. A refused card leaves the
 * session open and nothing bought.
 */
import type {
  CheckoutSession,
  PaymentIntent,
  PaymentMethod,
  SetupIntent,
} from '../stripe-objects.js';
import type { CheckoutEntry, PendingAuthentication } from '../world/private-records.js';
import type { World } from '../world/world.js';
import type { CardRefusal } from '../billing/cards.js';
import { inTimeOf } from '../billing/customer-time.js';
import {
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
import { choiceIn, fulfil, type Intent } from './fulfilling.js';
import { dueNow, NO_CHOICE, planOfSession } from './quoting.js';

export interface Entry extends CheckoutEntry {
  /** Typed in, or a payment method by its id; null where none is asked for: nothing is due and none is required. */
  card: TypedCard | { paymentMethod: string } | null;
}

export type Completion =
  | { kind: 'complete'; session: CheckoutSession }
  | { kind: 'authenticate'; intent: Intent }
  | { kind: 'refused'; refusal: CardRefusal; intent: Intent };

export function needsCard(world: World, session: CheckoutSession): boolean {
  return dueNow(world, session, NO_CHOICE) > 0 || session.payment_method_collection === 'always';
}

/** The button is pressed. */
export function submit(world: World, session: CheckoutSession, entry: Entry): Completion {
  return inTimeOf(world, session.customer, () => pay(world, session, entry));
}

function pay(world: World, session: CheckoutSession, { card, ...typed }: Entry): Completion {
  if (card === null) return { kind: 'complete', session: fulfil(world, session, typed, null) };
  const paymentMethod =
    'paymentMethod' in card
      ? paymentMethodOf(world, card.paymentMethod)
      : saveCard(world, card, {
          address: typed.address,
          email: typed.email,
          name: typed.name,
          phone: typed.phone,
        });
  const amount = dueNow(world, session, choiceIn(typed));
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
      returnTo: { kind: 'checkout', session: session.id, entry: typed },
    });
  }
  return conclude(world, session, typed, paymentMethod, confirmation);
}

/** The 3-D Secure page is answered. */
export function answerAuthentication(
  world: World,
  session: CheckoutSession,
  pending: PendingAuthentication,
  passed: boolean,
): Completion {
  if (pending.returnTo.kind !== 'checkout') throw new Error('Not an authentication of Checkout');
  const { entry } = pending.returnTo;
  world.shelves.authentications.remove(pending.id);
  const paymentMethod = paymentMethodOf(world, pending.paymentMethod);
  return inTimeOf(world, session.customer, () =>
    conclude(world, session, entry, paymentMethod, confirmAgain(world, pending, passed)),
  );
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
  entry: CheckoutEntry,
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
    now: world.clock.accountNow(),
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
  const plain = newPaymentIntent({
    id: world.ids.next('paymentIntent'),
    secret: world.ids.next('secret'),
    now: world.clock.accountNow(),
    customer: session.customer,
    paymentMethod: card.id,
    amount,
    currency: session.currency ?? 'usd',
    description: isSubscription ? 'Subscription creation' : plan.paymentDescription,
    metadata: isSubscription ? {} : plan.paymentMetadata,
    receiptEmail: plan.receiptEmail,
    savesCard: isSubscription,
  });
  const intent = { ...plain, shipping: plan.paymentShipping };
  return world.create(world.shelves.paymentIntents, intent, 'payment_intent.created');
}
