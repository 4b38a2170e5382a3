/** What billing holds of somebody, as she is given it. Amounts are in the currency's minor unit (cents). */

export class DisclosedCustomer {
  /** Stripe's own name for her. */
  stripeCustomerId: string;
  createdAt: Date;
  syncedAt: Date | null;
  deletedAt: Date | null;
}

export class DisclosedSubscription {
  stripeSubscriptionId: string;
  createdAt: Date;
}

export class DisclosedCheckout {
  id: string;
  status: string;
  stripeSessionId: string | null;
  url: string | null;
  promotionCode: string | null;
  requestKey: string | null;
  seats: number;
  trialDays: number;
  /** Of the article whose wall led to it. */
  articleSlug: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export class DisclosedInvoice {
  stripeInvoiceId: string;
  number: string | null;
  status: string;
  total: number;
  amountPaid: number;
  currency: string;
  hostedUrl: string | null;
  createdAt: Date;
  paidAt: Date | null;
}

export class DisclosedLedgerLine {
  kind: string;
  amount: number;
  currency: string;
  stripeInvoiceId: string | null;
  stripeSubscriptionId: string | null;
  stripePaymentIntentId: string | null;
  periodStart: Date | null;
  periodEnd: Date | null;
  occurredAt: Date;
}

export class DisclosedConsent {
  termsVersion: string;
  termsUrl: string | null;
  amount: number;
  currency: string;
  interval: string;
  trialDays: number;
  givenAt: Date;
}

export class DisclosedLetter {
  /** What it was about. */
  key: string;
  sentAt: Date;
}

export class DisclosedEvent {
  stripeEventId: string;
  type: string;
  receivedAt: Date;
}

export class BillingDisclosed {
  customers: DisclosedCustomer[];
  subscriptions: DisclosedSubscription[];
  checkouts: DisclosedCheckout[];
  invoices: DisclosedInvoice[];
  ledger: DisclosedLedgerLine[];
  consents: DisclosedConsent[];
  letters: DisclosedLetter[];
  /** What Stripe told of her, for as long as it is kept. */
  events: DisclosedEvent[];
}
