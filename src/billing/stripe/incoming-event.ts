/** What an event of Stripe's says to us: that something about a customer or a payment has changed, and whose it is. */
import { storableJson } from '../../platform/database/storable-json.js';

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

/** Stripe's own limit: https://docs.stripe.com/upgrades#what-changes-does-stripe-consider-to-be-backward-compatible */
const longestId = 255;

/** The kinds of object that name a payment and no customer. */
const paymentKinds = ['dispute', 'refund', 'invoice_payment', 'radar.early_fraud_warning'];

/** What an event is about; each field may be anything at all. */
type Subject = Partial<Record<string, unknown>>;

/** @returns null for what is no snapshot event, like a thin one */
export function incomingEventFrom(json: unknown): IncomingEvent | null {
  const event = subjectFrom(storableJson(json));
  const { type, livemode, account } = event;
  const id = idIn(event['id']);
  if (event['object'] !== 'event' || id === null || typeof type !== 'string') return null;
  const subject = subjectOf(event);
  return {
    id,
    type,
    stripeCustomerId: idIn(subject['object'] === 'customer' ? subject['id'] : subject['customer']),
    isLive: typeof livemode === 'boolean' ? livemode : null,
    account: idIn(account),
    payload: event,
  };
}

/** The payment that an event without a customer is about; null for one about something else. */
export function paymentNamedIn(payload: object): NamedPayment | null {
  const subject = subjectOf(payload);
  if (!paymentKinds.some((kind) => kind === subject['object'])) return null;
  const within = subjectFrom(subject['payment']);
  const payment = {
    paymentIntentId: idIn(subject['payment_intent'] ?? within['payment_intent']),
    chargeId: idIn(subject['charge'] ?? within['charge']),
    invoiceId: idIn(subject['invoice']),
  };
  return Object.values(payment).some((id) => id !== null) ? payment : null;
}

export function fraudWarningIn(payload: object): FraudWarning | null {
  const { object, fraud_type: told, ...subject } = subjectOf(payload);
  const warningId = idIn(subject['id']);
  if (object !== 'radar.early_fraud_warning' || warningId === null) return null;
  return { warningId, fraudType: typeof told === 'string' ? told : 'unknown' };
}

function subjectOf(event: object): Subject {
  const { data } = subjectFrom(event);
  return subjectFrom(subjectFrom(data)['object']);
}

const subjectFrom = (value: unknown): Subject =>
  typeof value === 'object' && value !== null ? value : {};

/** Of an expandable field, whether or not it was expanded. */
function idIn(field: unknown): string | null {
  const id = typeof field === 'object' ? subjectFrom(field)['id'] : field;
  return typeof id === 'string' && id !== '' && id.length <= longestId ? id : null;
}
