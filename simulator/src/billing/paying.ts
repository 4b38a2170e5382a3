/** Sets cards up and charges them: takes an intent to its next state and tells what happened on the way. */
import type { Charge, PaymentIntent, PaymentMethod, SetupIntent } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import {
  answerToCharge,
  answerToSetup,
  AUTHENTICATION_FAILED,
  AUTHENTICATION_REQUIRED,
  disputeOf,
  type CardRefusal,
} from './cards.js';
import { openDispute } from './disputing.js';
import {
  newCharge,
  newPaymentMethod,
  refusalOnIntent,
  type BillingDetails,
  type Payment,
  type TypedCard,
} from './payment-objects.js';

export type Confirmation<Intent> =
  | { kind: 'succeeded'; intent: Intent }
  | { kind: 'requires-action'; intent: Intent }
  | { kind: 'refused'; intent: Intent; refusal: CardRefusal };

/** Keeps a typed card; it belongs to nobody until it is attached. */
export function saveCard(
  world: World,
  card: TypedCard,
  billing: BillingDetails,
  kind: 'paymentMethod' | 'card' = 'paymentMethod',
): PaymentMethod {
  const paymentMethod = newPaymentMethod({
    id: world.ids.next(kind),
    now: world.clock.accountNow(),
    card,
    billing,
  });
  world.shelves.cardNumbers.put({
    id: paymentMethod.id,
    number: card.number,
    authenticated: false,
  });
  return world.create(world.shelves.paymentMethods, paymentMethod);
}

export function attachCard(world: World, id: string, customer: string): PaymentMethod {
  const paymentMethod = paymentMethodOf(world, id);
  return world.update(
    world.shelves.paymentMethods,
    paymentMethod,
    { customer },
    'payment_method.attached',
  );
}

export function paymentMethodOf(world: World, id: string): PaymentMethod {
  const paymentMethod = world.shelves.paymentMethods.get(id);
  if (!paymentMethod) throw new Error(`No payment method ${id}`);
  return paymentMethod;
}

function numberOf(world: World, paymentMethod: string): { number: string; authenticated: boolean } {
  const card = world.shelves.cardNumbers.get(paymentMethod);
  if (!card) throw new Error(`No card number is kept for ${paymentMethod}`);
  return card;
}

function authenticationPage(world: World, intent: string, returnUrl: string | null) {
  return {
    redirect_to_url: { return_url: returnUrl, url: `${world.publicUrl}/3ds/${intent}` },
    type: 'redirect_to_url',
  };
}

export interface ConfirmOptions {
  /** Whether 3-D Secure was passed for this very intent. */
  justAuthenticated: boolean;
  /** Nobody is there to authenticate: a bank that wants it declines. */
  offSession?: boolean;
  /** Where the 3-D Secure page leads; null where it ends on a page of ours. */
  returnUrl?: string | null;
}

export function confirmSetup(
  world: World,
  intent: SetupIntent,
  options: ConfirmOptions,
): Confirmation<SetupIntent> {
  const paymentMethod = paymentMethodOf(world, intent.payment_method ?? '');
  const card = numberOf(world, paymentMethod.id);
  const answer = options.justAuthenticated
    ? ({ kind: 'approved' } as const)
    : answerToSetup(card.number);
  const { setupIntents } = world.shelves;
  switch (answer.kind) {
    case 'approved': {
      if (options.justAuthenticated) rememberAuthentication(world, paymentMethod.id);
      const changes = { status: 'succeeded' as const, next_action: null, last_setup_error: null };
      return {
        kind: 'succeeded',
        intent: world.update(setupIntents, intent, changes, 'setup_intent.succeeded'),
      };
    }
    case 'authentication-required': {
      const changes = {
        status: 'requires_action' as const,
        next_action: authenticationPage(world, intent.id, options.returnUrl ?? null),
      };
      return {
        kind: 'requires-action',
        intent: world.update(setupIntents, intent, changes, 'setup_intent.requires_action'),
      };
    }
    case 'refused':
      return failSetup(world, intent, answer.refusal);
  }
}

/** A refused card, or a 3-D Secure challenge that was not passed. */
export function failSetup(
  world: World,
  intent: SetupIntent,
  refusal: CardRefusal,
): Confirmation<SetupIntent> {
  const paymentMethod = paymentMethodOf(world, intent.payment_method ?? '');
  const failed = world.update(
    world.shelves.setupIntents,
    intent,
    {
      status: 'requires_payment_method',
      payment_method: null,
      next_action: null,
      last_setup_error: refusalOnIntent(refusal, paymentMethod),
    },
    'setup_intent.setup_failed',
  );
  return { kind: 'refused', intent: failed, refusal };
}

export const failedAuthentication = (of: 'setup_intent' | 'payment_intent'): CardRefusal => ({
  code: `${of}_authentication_failure` as const,
  declineCode: null,
  message: AUTHENTICATION_FAILED,
});

export function confirmPayment(
  world: World,
  intent: PaymentIntent,
  options: ConfirmOptions,
): Confirmation<PaymentIntent> {
  const paymentMethod = paymentMethodOf(world, intent.payment_method ?? '');
  const card = numberOf(world, paymentMethod.id);
  const answer = answerToCharge(card.number, {
    authenticated: card.authenticated,
    justAuthenticated: options.justAuthenticated,
  });
  switch (answer.kind) {
    case 'approved': {
      if (options.justAuthenticated) rememberAuthentication(world, paymentMethod.id);
      return { kind: 'succeeded', intent: succeed(world, intent, paymentMethod, card.number) };
    }
    case 'authentication-required': {
      if (options.offSession) return failPayment(world, intent, AUTHENTICATION_REQUIRED);
      const changes = {
        status: 'requires_action' as const,
        next_action: authenticationPage(world, intent.id, options.returnUrl ?? null),
      };
      return {
        kind: 'requires-action',
        intent: world.update(
          world.shelves.paymentIntents,
          intent,
          changes,
          'payment_intent.requires_action',
        ),
      };
    }
    case 'refused':
      return failPayment(world, intent, answer.refusal);
  }
}

function succeed(
  world: World,
  intent: PaymentIntent,
  paymentMethod: PaymentMethod,
  number: string,
): PaymentIntent {
  const charge = chargeCard(world, intent, paymentMethod, null);
  const { paymentIntents } = world.shelves;
  const done = { latest_charge: charge.id, next_action: null, last_payment_error: null };
  const paid = charge.captured
    ? world.update(
        paymentIntents,
        intent,
        { ...done, status: 'succeeded', amount_received: intent.amount },
        'payment_intent.succeeded',
      )
    : world.update(
        paymentIntents,
        intent,
        { ...done, status: 'requires_capture', amount_capturable: intent.amount },
        'payment_intent.amount_capturable_updated',
      );
  const dispute = disputeOf(number);
  if (dispute) openDispute(world, charge, dispute);
  return paid;
}

export function failPayment(
  world: World,
  intent: PaymentIntent,
  refusal: CardRefusal,
): Confirmation<PaymentIntent> {
  const paymentMethod = paymentMethodOf(world, intent.payment_method ?? '');
  // A bank that was never asked, because its holder did not pass 3-D Secure, leaves no charge.
  const asked = refusal.code !== 'payment_intent_authentication_failure';
  const charge = asked ? chargeCard(world, intent, paymentMethod, refusal) : null;
  const failed = world.update(
    world.shelves.paymentIntents,
    intent,
    {
      status: 'requires_payment_method',
      payment_method: null,
      latest_charge: charge?.id ?? intent.latest_charge,
      next_action: null,
      last_payment_error: refusalOnIntent(refusal, paymentMethod, charge?.id),
    },
    'payment_intent.payment_failed',
  );
  return { kind: 'refused', intent: failed, refusal };
}

/** A charge of its own, without an intent: nobody is there to pass 3-D Secure. */
export function charge(
  world: World,
  payment: Payment,
  paymentMethod: PaymentMethod,
): { charge: Charge; refusal: CardRefusal | null } {
  const card = numberOf(world, paymentMethod.id);
  const answer = answerToCharge(card.number, { ...card, justAuthenticated: false });
  const refusal =
    answer.kind === 'approved'
      ? null
      : answer.kind === 'refused'
        ? answer.refusal
        : AUTHENTICATION_REQUIRED;
  const made = chargeCard(world, payment, paymentMethod, refusal);
  const dispute = disputeOf(card.number);
  if (dispute && made.paid) openDispute(world, made, dispute);
  return { charge: made, refusal };
}

function chargeCard(
  world: World,
  intent: Payment,
  paymentMethod: PaymentMethod,
  refusal: CardRefusal | null,
): Charge {
  const charge = newCharge({
    id: world.ids.next('charge'),
    now: world.clock.accountNow(),
    intent,
    paymentMethod,
    refusal,
    statementDescriptor: world.settings.statementDescriptor,
    authorizationCode: world.ids.next('authorizationCode'),
  });
  return world.create(
    world.shelves.charges,
    charge,
    refusal ? 'charge.failed' : 'charge.succeeded',
  );
}

function rememberAuthentication(world: World, paymentMethod: string): void {
  const card = world.shelves.cardNumbers.get(paymentMethod);
  if (card) world.shelves.cardNumbers.put({ ...card, authenticated: true });
}
