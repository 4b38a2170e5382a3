/** Every endpoint of the API, one line a resource. */
import { accounts } from '../resources/account.js';
import { charges } from '../resources/charges.js';
import { checkoutSessions } from '../resources/checkout-sessions.js';
import { coupons } from '../resources/coupons.js';
import { customers } from '../resources/customers.js';
import { discounts } from '../resources/discounts.js';
import { disputes } from '../resources/disputes.js';
import { earlyFraudWarnings } from '../resources/early-fraud-warnings.js';
import { events } from '../resources/events.js';
import { invoiceItems } from '../resources/invoice-items.js';
import { invoicePayments } from '../resources/invoice-payments.js';
import { invoices } from '../resources/invoices.js';
import { paymentIntents } from '../resources/payment-intents.js';
import { paymentMethods } from '../resources/payment-methods.js';
import { paymentPages } from '../resources/payment-pages.js';
import { plans } from '../resources/plans.js';
import { portalConfigurations } from '../resources/portal-configurations.js';
import { portalSessions } from '../resources/portal-sessions.js';
import { prices } from '../resources/prices.js';
import { products } from '../resources/products.js';
import { promotionCodes } from '../resources/promotion-codes.js';
import { refunds } from '../resources/refunds.js';
import { setupIntents } from '../resources/setup-intents.js';
import { sources } from '../resources/sources.js';
import { subscriptionItems } from '../resources/subscription-items.js';
import { subscriptionSchedules } from '../resources/subscription-schedules.js';
import { subscriptions } from '../resources/subscriptions.js';
import { taxRates } from '../resources/tax-rates.js';
import { testClocks } from '../resources/test-clocks.js';
import { webhookEndpoints } from '../resources/webhook-endpoints.js';
import type { Endpoint } from './endpoint.js';

export const ENDPOINTS: readonly Endpoint[] = [
  ...accounts,
  ...charges,
  ...checkoutSessions,
  ...coupons,
  ...customers,
  ...discounts,
  ...disputes,
  ...earlyFraudWarnings,
  ...events,
  ...invoiceItems,
  ...invoicePayments,
  ...invoices,
  ...paymentIntents,
  ...paymentMethods,
  ...paymentPages,
  ...plans,
  ...portalConfigurations,
  ...portalSessions,
  ...prices,
  ...products,
  ...promotionCodes,
  ...refunds,
  ...setupIntents,
  ...sources,
  ...subscriptionItems,
  ...subscriptionSchedules,
  ...subscriptions,
  ...taxRates,
  ...testClocks,
  ...webhookEndpoints,
];
