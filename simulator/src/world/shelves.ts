/** Where every kind of object of the account is kept. */
import type {
  Charge,
  CheckoutSession,
  Coupon,
  Customer,
  DeletedCustomer,
  Discount,
  Dispute,
  EarlyFraudWarning,
  Invoice,
  InvoiceItem,
  InvoicePayment,
  PaymentIntent,
  PaymentMethod,
  PortalConfiguration,
  PortalSession,
  Price,
  Product,
  PromotionCode,
  Refund,
  SetupIntent,
  Source,
  StripeEvent,
  TaxRate,
  Subscription,
  TestClock,
  SubscriptionSchedule,
  WebhookEndpoint,
} from '../stripe-objects.js';
import type {
  CardNumber,
  CheckoutPlan,
  Delivery,
  EndpointSecrets,
  IdempotentAnswer,
  Notices,
  PendingAuthentication,
  PendingChange,
  PortalToken,
  ScheduleNotice,
} from './private-records.js';
import { Collection } from './collection.js';

export interface Shelves {
  customers: Collection<Customer | DeletedCustomer>;
  products: Collection<Product>;
  prices: Collection<Price>;
  coupons: Collection<Coupon>;
  promotionCodes: Collection<PromotionCode>;
  discounts: Collection<Discount>;
  checkoutSessions: Collection<CheckoutSession>;
  subscriptions: Collection<Subscription>;
  subscriptionSchedules: Collection<SubscriptionSchedule>;
  invoices: Collection<Invoice>;
  invoiceItems: Collection<InvoiceItem>;
  invoicePayments: Collection<InvoicePayment>;
  paymentMethods: Collection<PaymentMethod>;
  sources: Collection<Source>;
  setupIntents: Collection<SetupIntent>;
  paymentIntents: Collection<PaymentIntent>;
  charges: Collection<Charge>;
  refunds: Collection<Refund>;
  disputes: Collection<Dispute>;
  earlyFraudWarnings: Collection<EarlyFraudWarning>;
  webhookEndpoints: Collection<WebhookEndpoint>;
  portalConfigurations: Collection<PortalConfiguration>;
  portalSessions: Collection<PortalSession>;
  taxRates: Collection<TaxRate>;
  testClocks: Collection<TestClock>;
  events: Collection<StripeEvent>;
  retiredCoupons: Collection<Coupon>;
  checkoutPlans: Collection<CheckoutPlan>;
  cardNumbers: Collection<CardNumber>;
  authentications: Collection<PendingAuthentication>;
  pendingChanges: Collection<PendingChange>;
  endpointSecrets: Collection<EndpointSecrets>;
  portalTokens: Collection<PortalToken>;
  notices: Collection<Notices>;
  scheduleNotices: Collection<ScheduleNotice>;
  deliveries: Collection<Delivery>;
  answers: Collection<IdempotentAnswer>;
}

export function emptyShelves(): Shelves {
  return {
    customers: new Collection(),
    products: new Collection(),
    prices: new Collection(),
    coupons: new Collection(),
    promotionCodes: new Collection(),
    discounts: new Collection(),
    checkoutSessions: new Collection(),
    subscriptions: new Collection(),
    subscriptionSchedules: new Collection(),
    invoices: new Collection(),
    invoiceItems: new Collection(),
    invoicePayments: new Collection(),
    paymentMethods: new Collection(),
    sources: new Collection(),
    setupIntents: new Collection(),
    paymentIntents: new Collection(),
    charges: new Collection(),
    refunds: new Collection(),
    disputes: new Collection(),
    earlyFraudWarnings: new Collection(),
    webhookEndpoints: new Collection(),
    portalConfigurations: new Collection(),
    portalSessions: new Collection(),
    taxRates: new Collection(),
    testClocks: new Collection(),
    events: new Collection(),
    retiredCoupons: new Collection(),
    checkoutPlans: new Collection(),
    cardNumbers: new Collection(),
    authentications: new Collection(),
    pendingChanges: new Collection(),
    endpointSecrets: new Collection(),
    portalTokens: new Collection(),
    notices: new Collection(),
    scheduleNotices: new Collection(),
    deliveries: new Collection(),
    answers: new Collection(),
  };
}

const SHELF_NAMES = Object.keys(emptyShelves()) as readonly (keyof Shelves)[];

export function everyShelf(shelves: Shelves): [keyof Shelves, Collection<{ id: string }>][] {
  return SHELF_NAMES.map((name) => [name, shelves[name]]);
}
