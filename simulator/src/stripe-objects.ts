/**
 * The objects the simulator keeps, derived from the official SDK's own types so that a shape Stripe changed does not
 * compile here.
 */
import type Stripe from 'stripe';

/**
 * A Stripe object as it is kept and sent: a reference to another object is always its id (the API puts the object
 * itself in its place on `expand`), and a decimal is text, as on the wire.
 */
export type Stored<T> = T extends Stripe.Decimal
  ? string
  : T extends readonly (infer Element)[]
    ? StoredField<Element>[]
    : T extends object
      ? { [Key in keyof T]: StoredField<T[Key]> }
      : T;

/** Where the SDK allows "an id or the object", only the id is kept; open enums lose their "or any other text". */
type StoredField<T> = string extends T ? Exclude<T, object> : Stored<T>;

export type Customer = Stored<Stripe.Customer>;
export type DeletedCustomer = Stored<Stripe.DeletedCustomer>;
export type Product = Stored<Stripe.Product>;
export type Price = Stored<Stripe.Price>;
export type Plan = Stored<Stripe.Plan>;
export type Coupon = Stored<Omit<Stripe.Coupon, 'deleted'>>;
export type PromotionCode = Stored<Stripe.PromotionCode>;
export type Discount = Stored<Omit<Stripe.Discount, 'deleted'>>;
export type DeletedDiscount = Stored<Stripe.DeletedDiscount>;
export type CheckoutSession = Stored<Omit<Stripe.Checkout.Session, 'line_items'>>;
export type LineItem = Stored<Stripe.LineItem>;
export type Subscription = Stored<Stripe.Subscription>;
export type SubscriptionItem = Stored<Stripe.SubscriptionItem>;
export type Invoice = Stored<Omit<Stripe.Invoice, 'payments' | 'confirmation_secret'>>;
export type InvoiceLineItem = Stored<Stripe.InvoiceLineItem>;
export type InvoiceItem = Stored<Omit<Stripe.InvoiceItem, 'deleted'>>;
export type SubscriptionSchedule = Stored<Stripe.SubscriptionSchedule>;
export type SchedulePhase = SubscriptionSchedule['phases'][number];
export type InvoicePayment = Stored<Stripe.InvoicePayment>;
export type PaymentMethod = Stored<Stripe.PaymentMethod>;
/** A card saved the old way, as a `source`; the same id is its payment method. */
export type Source = Stored<Stripe.Card>;
export type SetupIntent = Stored<Stripe.SetupIntent>;
export type PaymentIntent = Stored<Stripe.PaymentIntent>;
export type Charge = Stored<Omit<Stripe.Charge, 'refunds'>>;
export type Refund = Stored<Stripe.Refund>;
export type Dispute = Stored<Stripe.Dispute>;
export type EarlyFraudWarning = Stored<Stripe.Radar.EarlyFraudWarning>;
export type TaxRate = Stored<Stripe.TaxRate>;
export type Account = Stored<Stripe.Account>;
export type Balance = Stored<Stripe.Balance>;
export type TestClock = Stored<Stripe.TestHelpers.TestClock>;
export type WebhookEndpoint = Stored<Stripe.WebhookEndpoint>;
export type PortalConfiguration = Stored<Stripe.BillingPortal.Configuration>;
export type PortalSession = Stored<Stripe.BillingPortal.Session>;
export type Address = Stored<Stripe.Address>;
export type Metadata = Record<string, string>;

/** A page of a list, as every list in the API is sent. */
export interface List<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

/** Anything that has an id and can be the subject of an event. */
export interface StripeObject {
  id: string;
  object: string;
}

/** An event: a frozen picture of one object at the instant something happened to it. */
export interface StripeEvent {
  id: string;
  object: 'event';
  api_version: string;
  created: number;
  data: { object: object; previous_attributes?: Record<string, unknown> };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: EventType;
}

/** Every event the simulator can send. */
export type EventType =
  | 'billing_portal.configuration.created'
  | 'billing_portal.configuration.updated'
  | 'billing_portal.session.created'
  | 'charge.captured'
  | 'charge.dispute.closed'
  | 'charge.dispute.created'
  | 'charge.dispute.funds_reinstated'
  | 'charge.dispute.funds_withdrawn'
  | 'charge.dispute.updated'
  | 'charge.failed'
  | 'charge.refund.updated'
  | 'charge.refunded'
  | 'charge.succeeded'
  | 'checkout.session.completed'
  | 'checkout.session.expired'
  | 'coupon.created'
  | 'coupon.deleted'
  | 'coupon.updated'
  | 'customer.created'
  | 'customer.deleted'
  | 'customer.discount.created'
  | 'customer.discount.deleted'
  | 'customer.source.created'
  | 'customer.source.deleted'
  | 'customer.source.updated'
  | 'customer.subscription.created'
  | 'customer.subscription.deleted'
  | 'customer.subscription.paused'
  | 'customer.subscription.pending_update_applied'
  | 'customer.subscription.pending_update_expired'
  | 'customer.subscription.resumed'
  | 'customer.subscription.trial_will_end'
  | 'customer.subscription.updated'
  | 'customer.updated'
  | 'invoice.created'
  | 'invoice.deleted'
  | 'invoice.finalized'
  | 'invoice.marked_uncollectible'
  | 'invoice.paid'
  | 'invoice.payment_action_required'
  | 'invoice.payment_failed'
  | 'invoice.payment_succeeded'
  | 'invoice.sent'
  | 'invoice.upcoming'
  | 'invoice.updated'
  | 'invoice.voided'
  | 'invoice_payment.paid'
  | 'invoiceitem.created'
  | 'invoiceitem.deleted'
  | 'payment_intent.amount_capturable_updated'
  | 'payment_intent.canceled'
  | 'payment_intent.created'
  | 'payment_intent.payment_failed'
  | 'payment_intent.requires_action'
  | 'payment_intent.succeeded'
  | 'payment_method.attached'
  | 'payment_method.detached'
  | 'payment_method.updated'
  | 'plan.created'
  | 'plan.deleted'
  | 'plan.updated'
  | 'price.created'
  | 'price.deleted'
  | 'price.updated'
  | 'product.created'
  | 'product.deleted'
  | 'product.updated'
  | 'promotion_code.created'
  | 'promotion_code.updated'
  | 'radar.early_fraud_warning.created'
  | 'radar.early_fraud_warning.updated'
  | 'refund.created'
  | 'refund.updated'
  | 'setup_intent.canceled'
  | 'setup_intent.created'
  | 'setup_intent.requires_action'
  | 'setup_intent.setup_failed'
  | 'setup_intent.succeeded'
  | 'subscription_schedule.aborted'
  | 'subscription_schedule.canceled'
  | 'subscription_schedule.completed'
  | 'subscription_schedule.created'
  | 'subscription_schedule.expiring'
  | 'subscription_schedule.released'
  | 'subscription_schedule.updated'
  | 'tax_rate.created'
  | 'tax_rate.updated'
  | 'test_helpers.test_clock.advancing'
  | 'test_helpers.test_clock.created'
  | 'test_helpers.test_clock.deleted'
  | 'test_helpers.test_clock.internal_failure'
  | 'test_helpers.test_clock.ready';
