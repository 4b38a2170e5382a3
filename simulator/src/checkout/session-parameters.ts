/** The parameters a Checkout Session is created with. Those that only dress the page are kept and not acted on. */
import {
  boolean,
  clearable,
  hash,
  integer,
  list,
  metadata,
  oneOf,
  required,
  text,
  timestamp,
  type Params,
} from '../http/rules.js';
import { SHIPPING } from '../resources/parameters.js';

const customText = () => clearable(hash({ message: required(text({ max: 1200 })) }));

const LOCALES = [
  ...(['auto', 'bg', 'cs', 'da', 'de', 'el', 'en', 'en-GB', 'es', 'es-419', 'et', 'fi'] as const),
  ...(['fil', 'fr', 'fr-CA', 'hi-IN', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv'] as const),
  ...(['ms', 'mt', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sv'] as const),
  ...(['th', 'tr', 'vi', 'zh', 'zh-HK', 'zh-TW'] as const),
];

const LINE_ITEM = {
  adjustable_quantity: hash({
    enabled: required(boolean()),
    maximum: integer({ min: 0, max: 999_999 }),
    minimum: integer({ min: 0, max: 999_999 }),
  }),
  metadata: metadata(),
  price: text(),
  quantity: integer({ min: 0, max: 999_999 }),
};

const SUBSCRIPTION_DATA = {
  billing_mode: hash({
    flexible: hash({ proration_discounts: oneOf('included', 'itemized') }),
    type: required(oneOf('classic', 'flexible')),
  }),
  description: text({ max: 500 }),
  metadata: metadata(),
  proration_behavior: oneOf('create_prorations', 'none'),
  trial_end: timestamp(),
  trial_period_days: integer({ min: 1, max: 730 }),
  trial_settings: hash({
    end_behavior: required(
      hash({ missing_payment_method: required(oneOf('cancel', 'create_invoice', 'pause')) }),
    ),
  }),
};

export const CREATE_SESSION = {
  adaptive_pricing: hash({ enabled: boolean() }),
  allow_promotion_codes: boolean(),
  automatic_tax: hash({
    enabled: required(boolean()),
    liability: hash({ type: required(oneOf('self')) }),
  }),
  billing_address_collection: oneOf('auto', 'required'),
  cancel_url: text(),
  client_reference_id: text({ max: 200 }),
  consent_collection: hash({
    payment_method_reuse_agreement: hash({ position: required(oneOf('auto', 'hidden')) }),
    promotions: oneOf('auto', 'none'),
    terms_of_service: oneOf('none', 'required'),
  }),
  currency: text(),
  custom_text: hash({
    after_submit: customText(),
    shipping_address: customText(),
    submit: customText(),
    terms_of_service_acceptance: customText(),
  }),
  customer: text(),
  customer_creation: oneOf('always', 'if_required'),
  customer_email: text({ max: 800 }),
  customer_update: hash({
    address: oneOf('auto', 'never'),
    name: oneOf('auto', 'never'),
    shipping: oneOf('auto', 'never'),
  }),
  discounts: list(hash({ coupon: text(), promotion_code: text() })),
  expires_at: timestamp(),
  line_items: list(hash(LINE_ITEM), { max: 100 }),
  locale: oneOf(...LOCALES),
  metadata: metadata(),
  mode: required(oneOf('payment', 'setup', 'subscription')),
  origin_context: oneOf('mobile_app', 'web'),
  payment_intent_data: hash({
    description: text({ max: 1000 }),
    metadata: metadata(),
    receipt_email: text(),
    shipping: hash(SHIPPING),
  }),
  payment_method_collection: oneOf('always', 'if_required'),
  payment_method_types: list(oneOf('card', 'link')),
  phone_number_collection: hash({ enabled: required(boolean()) }),
  saved_payment_method_options: hash({
    allow_redisplay_filters: list(oneOf('always', 'limited', 'unspecified')),
    payment_method_remove: oneOf('disabled', 'enabled'),
    payment_method_save: oneOf('disabled', 'enabled'),
  }),
  submit_type: oneOf('auto', 'book', 'donate', 'pay', 'subscribe'),
  subscription_data: hash(SUBSCRIPTION_DATA),
  success_url: text(),
  tax_id_collection: hash({
    enabled: required(boolean()),
    required: oneOf('if_supported', 'never'),
  }),
  ui_mode: oneOf('hosted_page', 'embedded_page', 'elements', 'form'),
};

export type SessionParams = Params<typeof CREATE_SESSION>;
export type LineItemParams = Params<typeof LINE_ITEM>;
