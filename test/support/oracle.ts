/** What a membership must be, worked out from Stripe's objects alone by the contract's table; asks no rule of ours. */
import {
  type Charge,
  type Invoice,
  type Subscription,
  type Truth,
  customersOf,
  invoiceOfPayment,
  subscriptionOf,
} from './truth.js';

export interface ExpectedMembership {
  state: 'none' | 'trialing' | 'active' | 'grace' | 'suspended' | 'paused' | 'blocked' | 'ended';
  access: boolean;
  trialEndsAt: string | null;
  currentPeriodEnd: string | null;
  cancelsAt: string | null;
  seats: number;
  /** In cents; null without a membership. */
  amount: number | null;
}

const nothing: ExpectedMembership = {
  state: 'none',
  access: false,
  trialEndsAt: null,
  currentPeriodEnd: null,
  cancelsAt: null,
  seats: 0,
  amount: null,
};

const day = 86_400;

/** An inquiry takes nothing back; what is won or was only asked about is over. */
const openDisputes = new Set(['needs_response', 'under_review']);

/** @param graceDays how long a membership still reads after the first refused payment */
export function expectedMembership(
  truth: Truth,
  userId: string,
  graceDays: number,
): ExpectedMembership {
  const subscription = ofRecord(truth, userId);
  if (subscription === null) return nothing;
  const state = stateOf(truth, subscription, graceDays);
  const [item] = subscription.items.data;
  if (state === 'none' || item === undefined) return nothing;
  const isOver = state === 'ended';
  return {
    state,
    access: state === 'trialing' || state === 'active' || state === 'grace',
    trialEndsAt: instant(subscription.trial_end),
    currentPeriodEnd: instant(item.current_period_end),
    cancelsAt: isOver
      ? null
      : instant(
          subscription.cancel_at ??
            (subscription.cancel_at_period_end ? item.current_period_end : null),
        ),
    seats: item.quantity ?? 1,
    amount: item.price.unit_amount,
  };
}

/** The older of those that live; without one, the last that ended. */
function ofRecord(truth: Truth, userId: string): Subscription | null {
  // Of two that began within the same second, the order in which Stripe lists them tells the older.
  const oldestFirst = subscriptionsOf(truth, userId).sort((a, b) => a.start_date - b.start_date);
  const begun = oldestFirst.filter(({ status }) => status !== 'incomplete');
  return begun.find((each) => !isOver(truth, each)) ?? begun.at(-1) ?? null;
}

export function subscriptionsOf(truth: Truth, userId: string): Subscription[] {
  const customers = customersOf(truth, userId);
  return truth.subscriptions.filter(({ customer }) => customers.has(customer));
}

function isOver(truth: Truth, subscription: Subscription): boolean {
  return stateOf(truth, subscription, 0) === 'ended';
}

function stateOf(
  truth: Truth,
  subscription: Subscription,
  graceDays: number,
): ExpectedMembership['state'] {
  const disputes = truth.disputes
    .filter((dispute) => isAbout(truth, dispute.payment_intent, subscription))
    .map(({ status }) => status);
  // What is over at Stripe stays over, whatever the bank decides about its money.
  if (disputes.includes('lost') || subscription.status === 'canceled') return 'ended';
  if (disputes.some((status) => openDisputes.has(status))) return 'blocked';
  switch (subscription.status) {
    case 'trialing':
    case 'active':
      return subscription.status;
    case 'past_due':
      return isInGrace(truth, subscription, graceDays) ? 'grace' : 'suspended';
    case 'unpaid':
      return 'suspended';
    case 'paused':
      return 'paused';
    case 'incomplete_expired':
      return 'ended';
    case 'incomplete':
      return 'none';
  }
}

/** Grace begins when the oldest invoice that is still open was first tried, which is when it was finalised. */
function isInGrace(truth: Truth, subscription: Subscription, graceDays: number): boolean {
  const tried = truth.invoices
    .filter((invoice) => invoice.status === 'open' && subscriptionOf(invoice) === subscription.id)
    .map(({ status_transitions: { finalized_at: at } }) => at)
    .filter((at) => at !== null);
  const first = Math.min(...tried);
  return Date.parse(truth.now) / 1000 < first + graceDays * day;
}

function isAbout(truth: Truth, paymentIntent: string | null, subscription: Subscription): boolean {
  const invoice = invoiceOfPayment(truth, paymentIntent);
  return invoice !== undefined && subscriptionOf(invoice) === subscription.id;
}

export interface ExpectedLine {
  kind: string;
  /** In cents; what went away is negative. */
  amount: number;
}

/** Each payment, refund and dispute of this person as one line. */
export function expectedLedger(truth: Truth, userId: string): ExpectedLine[] {
  const customers = customersOf(truth, userId);
  const paid = truth.charges.filter(
    ({ customer, status, amount, payment_intent: intent }) =>
      customer !== null &&
      customers.has(customer) &&
      status === 'succeeded' &&
      amount > 0 &&
      invoiceOfPayment(truth, intent) !== undefined,
  );
  return paid.flatMap((charge) => [
    { kind: 'payment', amount: charge.amount },
    ...linesOfRefunds(truth, charge),
    ...linesOfDisputes(truth, charge),
  ]);
}

function linesOfRefunds(truth: Truth, { id }: Charge): ExpectedLine[] {
  return truth.refunds
    .filter(({ charge, status }) => charge === id && status === 'succeeded')
    .map(({ amount }) => ({ kind: 'refund', amount: -amount }));
}

function linesOfDisputes(truth: Truth, { id }: Charge): ExpectedLine[] {
  return truth.disputes
    .filter(({ charge, status }) => charge === id && !status.startsWith('warning_'))
    .flatMap(({ amount, status }) => [
      { kind: 'dispute', amount: -amount },
      ...(status === 'won' ? [{ kind: 'dispute_won', amount }] : []),
    ]);
}

/** Subscriptions that still run although the payment of their present period went back whole. */
export function runningRefunded(truth: Truth, userId: string): Subscription[] {
  return subscriptionsOf(truth, userId).filter((subscription) => {
    if (isOver(truth, subscription)) return false;
    const payment = paymentOfPeriod(truth, subscription);
    return payment !== undefined && payment.amount_refunded >= payment.amount;
  });
}

function paymentOfPeriod(truth: Truth, subscription: Subscription): Charge | undefined {
  const end = subscription.items.data[0]?.current_period_end;
  const isOfPeriod = (invoice: Invoice): boolean =>
    subscriptionOf(invoice) === subscription.id &&
    invoice.amount_paid > 0 &&
    invoice.lines.data.some(({ period }) => period.end === end);
  return truth.charges.find(({ status, payment_intent: intent }) => {
    const invoice = status === 'succeeded' ? invoiceOfPayment(truth, intent) : undefined;
    return invoice !== undefined && isOfPeriod(invoice);
  });
}

function instant(seconds: number | null): string | null {
  return seconds === null ? null : new Date(seconds * 1000).toISOString();
}
