/** Builds payment methods, intents and charges as Stripe shows them. Pure: time and ids are given. */
import type {
  Address,
  Charge,
  PaymentIntent,
  PaymentMethod,
  SetupIntent,
} from '../stripe-objects.js';
import { brandOf, fingerprintOf, type CardRefusal } from './cards.js';

export interface TypedCard {
  number: string;
  expMonth: number;
  expYear: number;
}

export interface BillingDetails {
  address: Address | null;
  email: string | null;
  name: string | null;
  phone: string | null;
}

export function newPaymentMethod(given: {
  id: string;
  now: number;
  card: TypedCard;
  billing: BillingDetails;
}): PaymentMethod {
  const { brand } = brandOf(given.card.number);
  return {
    id: given.id,
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: { ...given.billing, tax_id: null },
    card: {
      brand,
      checks: {
        address_line1_check: null,
        address_postal_code_check: null,
        cvc_check: 'pass',
      },
      country: 'US',
      display_brand: brand,
      exp_month: given.card.expMonth,
      exp_year: given.card.expYear,
      fingerprint: fingerprintOf(given.card.number),
      funding: 'credit',
      generated_from: null,
      last4: given.card.number.slice(-4),
      networks: { available: [brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: given.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
}

interface NewIntent {
  id: string;
  secret: string;
  now: number;
  customer: string | null;
  paymentMethod: string | null;
}

export function newSetupIntent(given: NewIntent): SetupIntent {
  return {
    id: given.id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${given.id}_secret_${given.secret}`,
    created: given.now,
    customer: given.customer,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: given.paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: given.paymentMethod ? 'requires_confirmation' : 'requires_payment_method',
    usage: 'off_session',
  };
}

export function newPaymentIntent(
  given: NewIntent & {
    amount: number;
    currency: string;
    description: string | null;
    metadata: Record<string, string>;
    receiptEmail: string | null;
    savesCard: boolean;
  },
): PaymentIntent {
  return {
    id: given.id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: given.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: `${given.id}_secret_${given.secret}`,
    confirmation_method: 'automatic',
    created: given.now,
    currency: given.currency,
    customer: given.customer,
    customer_account: null,
    description: given.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: given.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: given.paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: 'automatic',
      },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: given.receiptEmail,
    review: null,
    setup_future_usage: given.savesCard ? 'off_session' : null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: given.paymentMethod ? 'requires_confirmation' : 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
}

/** What a charge is made for: an intent, or (without an id) nothing but itself. */
export type Payment = Pick<
  PaymentIntent,
  | 'amount'
  | 'capture_method'
  | 'currency'
  | 'customer'
  | 'description'
  | 'metadata'
  | 'receipt_email'
> & { id: string | null };

export function newCharge(given: {
  id: string;
  now: number;
  intent: Payment;
  paymentMethod: PaymentMethod;
  refusal: CardRefusal | null;
  statementDescriptor: string;
  authorizationCode: string;
}): Charge {
  const { intent, paymentMethod, refusal } = given;
  const { card } = paymentMethod;
  if (!card) throw new Error(`Payment method ${paymentMethod.id} is not a card`);
  const captured = !refusal && intent.capture_method !== 'manual';
  const { tax_id: _taxId, ...billing } = paymentMethod.billing_details;
  return {
    id: given.id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: captured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { ...billing, tax_id: null },
    calculated_statement_descriptor: given.statementDescriptor,
    captured,
    created: given.now,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: refusal?.code ?? null,
    failure_message: refusal?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: refusal ? 'declined_by_network' : 'approved_by_network',
      reason: refusal?.declineCode ?? null,
      risk_level: 'normal',
      risk_score: 20,
      seller_message: refusal
        ? 'The bank did not return any further details with this decline.'
        : 'Payment complete.',
      type: refusal ? 'issuer_declined' : 'authorized',
    },
    paid: !refusal,
    payment_intent: intent.id,
    payment_method: paymentMethod.id,
    payment_method_details: {
      card: {
        amount_authorized: refusal ? null : intent.amount,
        authorization_code: refusal ? null : given.authorizationCode,
        brand: card.brand,
        checks: card.checks,
        country: card.country,
        electronic_commerce_indicator: null,
        exp_month: card.exp_month,
        exp_year: card.exp_year,
        fingerprint: card.fingerprint,
        funding: card.funding,
        installments: null,
        last4: card.last4,
        mandate: null,
        network: card.brand,
        network_transaction_id: null,
        regulated_status: card.regulated_status,
        three_d_secure: null,
        transaction_link_id: null,
        wallet: null,
      },
      type: 'card',
    },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: refusal ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: null,
  };
}

/** What an intent remembers of a refusal. The SDK's type has the whole payment method in it. */
export function refusalOnIntent(
  refusal: CardRefusal,
  paymentMethod: PaymentMethod,
  charge?: string,
) {
  return {
    ...(charge ? { charge } : {}),
    code: refusal.code,
    ...(refusal.declineCode ? { decline_code: refusal.declineCode } : {}),
    doc_url: `https://docs.stripe.com/error-codes#${refusal.code.replaceAll('_', '-')}`,
    message: refusal.message,
    payment_method: paymentMethod,
    type: 'card_error' as const,
  };
}
