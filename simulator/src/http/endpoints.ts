// Every endpoint of the API, one line a resource.
import { charges } from '../resources/charges.js';
import { checkoutSessions } from '../resources/checkout-sessions.js';
import { customers } from '../resources/customers.js';
import { disputes } from '../resources/disputes.js';
import { events } from '../resources/events.js';
import { invoicePayments } from '../resources/invoice-payments.js';
import { invoices } from '../resources/invoices.js';
import { paymentIntents } from '../resources/payment-intents.js';
import { paymentMethods } from '../resources/payment-methods.js';
import { portalConfigurations } from '../resources/portal-configurations.js';
import { portalSessions } from '../resources/portal-sessions.js';
import { prices } from '../resources/prices.js';
import { products } from '../resources/products.js';
import { refunds } from '../resources/refunds.js';
import { setupIntents } from '../resources/setup-intents.js';
import { subscriptions } from '../resources/subscriptions.js';
import { webhookEndpoints } from '../resources/webhook-endpoints.js';
import type { Endpoint } from './endpoint.js';

export const ENDPOINTS: readonly Endpoint[] = [
  ...charges,
  ...checkoutSessions,
  ...customers,
  ...disputes,
  ...events,
  ...invoicePayments,
  ...invoices,
  ...paymentIntents,
  ...paymentMethods,
  ...portalConfigurations,
  ...portalSessions,
  ...prices,
  ...products,
  ...refunds,
  ...setupIntents,
  ...subscriptions,
  ...webhookEndpoints,
];
