/** Confirms intents made through the API, and takes the answer of their 3-D Secure page. */
import { collect } from '../billing/collecting.js';
import {
  attachCard,
  confirmPayment,
  confirmSetup,
  failedAuthentication,
  failPayment,
  failSetup,
  type Confirmation,
} from '../billing/paying.js';
import { cardRefused } from '../http/errors.js';
import type { Invoice, PaymentIntent, SetupIntent } from '../stripe-objects.js';
import type { World } from '../world/world.js';

interface Circumstances {
  offSession: boolean;
  returnUrl: string | null;
}

export function confirmPaymentIntent(
  world: World,
  intent: PaymentIntent,
  circumstances: Circumstances,
): PaymentIntent {
  const invoice = invoiceOf(world, intent.id);
  if (invoice?.status === 'open') return payInvoice(world, invoice, intent);
  const confirmation = confirmPayment(world, intent, {
    justAuthenticated: false,
    ...circumstances,
  });
  return answered(world, confirmation, circumstances.returnUrl);
}

/** The invoice an intent was made to pay, if it was. */
export function invoiceOf(world: World, intent: string): Invoice | null {
  const [link] = world.shelves.invoicePayments.where(
    ({ payment }) => payment.payment_intent === intent,
  );
  return world.shelves.invoices.get(link?.invoice ?? '') ?? null;
}

/** Whoever confirms the intent of an invoice pays the invoice, with all that follows. */
function payInvoice(world: World, invoice: Invoice, intent: PaymentIntent): PaymentIntent {
  const collected = collect(world, invoice, {
    automatic: false,
    paymentMethod: intent.payment_method ?? undefined,
  });
  const confirmed = world.shelves.paymentIntents.get(intent.id) ?? intent;
  if (collected.kind === 'refused') {
    throw cardRefused(collected.refusal, { payment_intent: confirmed });
  }
  if (collected.kind === 'paid') keepForCustomer(world, confirmed);
  return confirmed;
}

export function confirmSetupIntent(
  world: World,
  intent: SetupIntent,
  returnUrl: string | null,
): SetupIntent {
  const confirmation = confirmSetup(world, intent, { justAuthenticated: false, returnUrl });
  return answered(world, confirmation, returnUrl);
}

/** The 3-D Secure page of an intent is answered; whether its card went through. */
export function answerForCaller(world: World, intentId: string, passed: boolean): boolean {
  world.shelves.authentications.remove(intentId);
  const setup = world.shelves.setupIntents.get(intentId);
  if (setup) {
    return settled(
      world,
      passed
        ? confirmSetup(world, setup, { justAuthenticated: true })
        : failSetup(world, setup, failedAuthentication('setup_intent')),
    );
  }
  const payment = world.shelves.paymentIntents.get(intentId);
  if (!payment) throw new Error(`No intent ${intentId}`);
  return settled(
    world,
    passed
      ? confirmPayment(world, payment, { justAuthenticated: true })
      : failPayment(world, payment, failedAuthentication('payment_intent')),
  );
}

function settled(world: World, confirmation: Confirmation<PaymentIntent | SetupIntent>): boolean {
  if (confirmation.kind !== 'succeeded') return false;
  keepForCustomer(world, confirmation.intent);
  return true;
}

function answered<Intent extends PaymentIntent | SetupIntent>(
  world: World,
  confirmation: Confirmation<Intent>,
  returnUrl: string | null,
): Intent {
  const { intent } = confirmation;
  switch (confirmation.kind) {
    case 'succeeded':
      keepForCustomer(world, intent);
      return intent;
    case 'requires-action':
      world.shelves.authentications.put({
        id: intent.id,
        paymentMethod: intent.payment_method ?? '',
        returnTo: { kind: 'caller', url: returnUrl },
      });
      return intent;
    case 'refused':
      throw cardRefused(confirmation.refusal, { [intent.object]: intent });
  }
}

/** A card that was set up, or paid with for future use, becomes its customer's. */
function keepForCustomer(world: World, intent: PaymentIntent | SetupIntent): void {
  const isKept = intent.object === 'setup_intent' || intent.setup_future_usage !== null;
  if (!isKept || intent.customer === null || intent.payment_method === null) return;
  attachCard(world, intent.payment_method, intent.customer);
}
