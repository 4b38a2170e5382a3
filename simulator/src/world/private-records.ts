/**
 * What Stripe knows about an object but does not show in it: card numbers, signing secrets, what a Checkout page was
 * told to sell.
 */
import type { Stored } from '../stripe-objects.js';
import type {
  Address,
  EventType,
  LineItem,
  PaymentIntent,
  Subscription,
} from '../stripe-objects.js';
import type Stripe from 'stripe';

/** What a Checkout Session was asked to create; the session object shows only a part of it. */
export interface CheckoutPlan {
  id: string;
  lineItems: LineItem[];
  trialDays: number | null;
  trialEnd: number | null;
  missingPaymentMethod: 'cancel' | 'create_invoice' | 'pause';
  description: string | null;
  subscriptionMetadata: Record<string, string>;
  billingMode: Stored<Stripe.Subscription.BillingMode>;
  /** Whether the name typed for the card becomes the customer's. */
  namesCustomer: boolean;
  /** Whether the address typed on the page becomes the customer's. */
  updatesAddress: boolean;
  paymentDescription: string | null;
  receiptEmail: string | null;
  paymentMetadata: Record<string, string>;
  paymentShipping: PaymentIntent['shipping'];
}

/** What was typed on a Checkout page, but for the card. */
export interface CheckoutEntry {
  name: string | null;
  email: string;
  phone: string | null;
  address: Address | null;
  quantities: Record<string, number>;
}

/** The number behind a payment method, which decides what happens when it is charged. */
export interface CardNumber {
  id: string;
  number: string;
  /** A card that wants 3-D Secure once does not want it again after it was set up. */
  authenticated: boolean;
}

/** A payment or a set-up that waits for its 3-D Secure page to be answered; keyed by its intent. */
export interface PendingAuthentication {
  id: string;
  paymentMethod: string;
  returnTo:
    | { kind: 'checkout'; session: string; entry: CheckoutEntry }
    | { kind: 'invoice'; invoice: string }
    | { kind: 'portal'; session: string }
    | { kind: 'caller'; url: string | null };
}

/** A change of a subscription that waits for its invoice to be paid; keyed by the invoice. */
export interface PendingChange {
  id: string;
  subscription: string;
  changes: Pick<Subscription, 'items' | 'billing_cycle_anchor'>;
  /** The subscription is paused, and goes on once the invoice is paid, or already when somebody has tried to pay it. */
  resumes?: 'on-success' | 'on-attempt';
}

export interface EndpointSecrets {
  id: string;
  /** Newest first; more than one while a rolled secret is still honoured. */
  secrets: string[];
}

/** The secret part of a portal page's address. */
export interface PortalToken {
  id: string;
  session: string;
}

/** Which one-time notices a subscription has had, each by the instant it announced. */
export interface Notices {
  id: string;
  trialWillEnd: number | null;
  upcomingInvoice: number | null;
}

/** A schedule whose end has been announced, by the instant of that end. */
export interface ScheduleNotice {
  id: string;
  expires: number;
}

export interface DeliveryAttempt {
  /** Wall time in milliseconds. */
  at: number;
  status: number | null;
  error: string | null;
  milliseconds: number;
}

/** A shape an event can be sent in besides its own. */
export type Guise = 'old-version' | 'foreign-mode' | 'thin';

/** One event on its way to one receiver. */
export interface Delivery {
  id: string;
  /** The event's id; the event itself is kept for as long as a delivery of it is pending. */
  event: string;
  type: EventType;
  receiver: string;
  url: string;
  state: 'pending' | 'delivered' | 'given-up' | 'dropped';
  attempts: DeliveryAttempt[];
  /** Wall time in milliseconds at which the next attempt is due. */
  dueAt: number;
  /** Deliveries that share a queue go out one after another, in the order of their creation. */
  queue: string | null;
  badSignature: boolean;
  /** The shape it is sent in, if not its own. */
  guise: Guise | null;
}

/** The stored answer to a request that carried an `Idempotency-Key`. */
export interface IdempotentAnswer {
  id: string;
  fingerprint: string;
  status: number;
  body: string;
  /** Wall time in milliseconds. */
  at: number;
}
