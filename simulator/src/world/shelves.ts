// Where every kind of object of the account is kept.
import type {
  Charge,
  CheckoutSession,
  Customer,
  DeletedCustomer,
  Dispute,
  Invoice,
  InvoicePayment,
  PaymentIntent,
  PaymentMethod,
  PortalConfiguration,
  PortalSession,
  Price,
  Product,
  Refund,
  SetupIntent,
  StripeEvent,
  Subscription,
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
  PortalToken,
} from './private-records.js';
import { Collection } from './collection.js';

export interface Shelves {
  customers: Collection<Customer | DeletedCustomer>;
  products: Collection<Product>;
  prices: Collection<Price>;
  checkoutSessions: Collection<CheckoutSession>;
  subscriptions: Collection<Subscription>;
  invoices: Collection<Invoice>;
  invoicePayments: Collection<InvoicePayment>;
  paymentMethods: Collection<PaymentMethod>;
  setupIntents: Collection<SetupIntent>;
  paymentIntents: Collection<PaymentIntent>;
  charges: Collection<Charge>;
  refunds: Collection<Refund>;
  disputes: Collection<Dispute>;
  webhookEndpoints: Collection<WebhookEndpoint>;
  portalConfigurations: Collection<PortalConfiguration>;
  portalSessions: Collection<PortalSession>;
  events: Collection<StripeEvent>;
  checkoutPlans: Collection<CheckoutPlan>;
  cardNumbers: Collection<CardNumber>;
  authentications: Collection<PendingAuthentication>;
  endpointSecrets: Collection<EndpointSecrets>;
  portalTokens: Collection<PortalToken>;
  notices: Collection<Notices>;
  deliveries: Collection<Delivery>;
  answers: Collection<IdempotentAnswer>;
}

export function emptyShelves(): Shelves {
  return {
    customers: new Collection(),
    products: new Collection(),
    prices: new Collection(),
    checkoutSessions: new Collection(),
    subscriptions: new Collection(),
    invoices: new Collection(),
    invoicePayments: new Collection(),
    paymentMethods: new Collection(),
    setupIntents: new Collection(),
    paymentIntents: new Collection(),
    charges: new Collection(),
    refunds: new Collection(),
    disputes: new Collection(),
    webhookEndpoints: new Collection(),
    portalConfigurations: new Collection(),
    portalSessions: new Collection(),
    events: new Collection(),
    checkoutPlans: new Collection(),
    cardNumbers: new Collection(),
    authentications: new Collection(),
    endpointSecrets: new Collection(),
    portalTokens: new Collection(),
    notices: new Collection(),
    deliveries: new Collection(),
    answers: new Collection(),
  };
}

const SHELF_NAMES = Object.keys(emptyShelves()) as readonly (keyof Shelves)[];

export function everyShelf(shelves: Shelves): [keyof Shelves, Collection<{ id: string }>][] {
  return SHELF_NAMES.map((name) => [name, shelves[name]]);
}
