/** The Checkout Session object as it is shown from its opening on. */
import type { Redemption } from '../billing/redemption-rules.js';
import type { Quote } from './amounts.js';
import { amountsOf } from './quoting.js';
import type { CheckoutSession, Customer } from '../stripe-objects.js';
import { changedMetadata } from '../http/rules.js';
import type { SessionParams } from './session-parameters.js';

export interface NewSession {
  id: string;
  now: number;
  expiresAt: number;
  currency: string;
  customer: Customer | null;
  quote: Quote;
  redemptions: readonly Redemption[];
  url: string;
}

export function newSession(given: NewSession, params: SessionParams): CheckoutSession {
  const { today, later } = given.quote;
  const consent = params.consent_collection;
  const saved = params.saved_payment_method_options;
  const text = params.custom_text;
  const isSubscription = params.mode === 'subscription';
  const isTaxed = params.automatic_tax?.enabled ?? false;
  return {
    id: given.id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: params.adaptive_pricing?.enabled ?? true },
    after_expiration: null,
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    allowed_payment_method_types: null,
    ...amountsOf(today),
    automatic_tax: {
      enabled: isTaxed,
      liability: isTaxed ? { type: 'self' } : null,
      provider: isTaxed ? 'stripe' : null,
      status: null,
    },
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: consent
      ? {
          payment_method_reuse_agreement: consent.payment_method_reuse_agreement ?? null,
          promotions: consent.promotions ?? null,
          terms_of_service: consent.terms_of_service ?? null,
        }
      : null,
    created: given.now,
    currency: given.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: text?.after_submit ?? null,
      shipping_address: text?.shipping_address ?? null,
      submit: text?.submit ?? null,
      terms_of_service_acceptance: text?.terms_of_service_acceptance ?? null,
    },
    customer: params.customer ?? null,
    customer_account: null,
    customer_creation: params.customer === undefined ? customerCreation(params) : null,
    customer_details: detailsOf(given.customer?.email ?? params.customer_email ?? null),
    customer_email: params.customer_email ?? null,
    discounts: given.redemptions.map(({ coupon, promotionCode }) => ({
      coupon: coupon.id,
      promotion_code: promotionCode?.id ?? null,
    })),
    expires_at: given.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: params.locale ?? null,
    managed_payments: null,
    metadata: changedMetadata({}, params.metadata),
    mode: params.mode,
    origin_context: params.origin_context ?? null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: isSubscription
      ? (params.payment_method_collection ?? 'always')
      : 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: params.payment_method_types ?? ['card'],
    payment_status: later.total === 0 ? 'no_payment_required' : 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: params.phone_number_collection?.enabled ?? false },
    recovered_from: null,
    saved_payment_method_options: {
      allow_redisplay_filters: saved?.allow_redisplay_filters ?? ['always'],
      payment_method_remove: saved?.payment_method_remove ?? 'disabled',
      payment_method_save: saved?.payment_method_save ?? null,
    },
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: params.submit_type ?? null,
    subscription: null,
    success_url: params.success_url ?? null,
    tax_id_collection: {
      enabled: params.tax_id_collection?.enabled ?? false,
      required: params.tax_id_collection?.required ?? 'never',
    },
    ui_mode: 'hosted_page',
    url: given.url,
    wallet_options: null,
  };
}

function customerCreation(params: SessionParams): 'always' | 'if_required' {
  return params.customer_creation ?? (params.mode === 'subscription' ? 'always' : 'if_required');
}

function detailsOf(email: string | null): CheckoutSession['customer_details'] {
  if (email === null) return null;
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
}
