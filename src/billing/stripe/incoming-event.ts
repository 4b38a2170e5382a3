/** What an event of Stripe's says to us: that something about a customer or a payment has changed, and whose it is. */
import type Stripe from 'stripe';
import { idOf } from './stripe-instant.js';

/** An event as it arrives: a hint, never the truth itself. */
export interface IncomingEvent {
  id: string;
  type: string;
  /** Null for events that name no customer. */
  stripeCustomerId: string | null;
  /** Null where the event does not say. */
  isLive: boolean | null;
  /** The connected account that it happened in; null for one's own. */
  account: string | null;
  payload: object;
}

/** Whose payment it is has to be looked up: at least one of these is known. */
export interface NamedPayment {
  paymentIntentId: string | null;
  chargeId: string | null;
  invoiceId: string | null;
}

/** What a card network suspects of a payment. */
export interface FraudWarning {
  warningId: string;
  fraudType: string;
}

/** The kinds of object that name a payment and no customer. */
const paymentKinds = ['dispute', 'refund', 'invoice_payment', 'radar.early_fraud_warning'];

type Field = string | { id: string } | null;

interface Subject {
  object?: string;
  id?: string;
  customer?: Field;
  payment_intent?: Field;
  charge?: Field;
  invoice?: Field;
  payment?: { payment_intent?: Field; charge?: Field };
  fraud_type?: string;
}

/** @returns null for what is no snapshot event, like a thin one */
export function incomingEventFrom(json: unknown): IncomingEvent | null {
  const event = json as Partial<Stripe.Event> | null;
  if (typeof event !== 'object' || event?.object !== 'event') return null;
  if (typeof event.id !== 'string' || typeof event.type !== 'string') return null;
  const subject = subjectOf(event);
  return {
    id: event.id,
    type: event.type,
    stripeCustomerId: subject.object === 'customer' ? (subject.id ?? null) : idOf(subject.customer),
    isLive: typeof event.livemode === 'boolean' ? event.livemode : null,
    account: typeof event.account === 'string' ? event.account : null,
    payload: event,
  };
}

/** The payment that an event without a customer is about; null for one about something else. */
export function paymentNamedIn(payload: object): NamedPayment | null {
  const subject = subjectOf(payload);
  if (!paymentKinds.includes(subject.object ?? '')) return null;
  const payment = {
    paymentIntentId: idOf(subject.payment_intent ?? subject.payment?.payment_intent),
    chargeId: idOf(subject.charge ?? subject.payment?.charge),
    invoiceId: idOf(subject.invoice),
  };
  return Object.values(payment).some((id) => id !== null) ? payment : null;
}

export function fraudWarningIn(payload: object): FraudWarning | null {
  const { object, id, fraud_type: fraudType = 'unknown' } = subjectOf(payload);
  return object === 'radar.early_fraud_warning' && id !== undefined
    ? { warningId: id, fraudType }
    : null;
}

function subjectOf(event: { data?: { object?: unknown } }): Subject {
  const subject = event.data?.object;
  return typeof subject === 'object' && subject !== null ? subject : {};
}
