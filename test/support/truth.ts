/** What Stripe holds, as the simulator tells it: the truth that our books are measured by. */
import type { Shelves } from '../../simulator/src/index.js';
import { ask } from './api.js';

type Kept<Name extends keyof Shelves> = ReturnType<Shelves[Name]['all']>;

type Told =
  | 'customers'
  | 'prices'
  | 'checkoutSessions'
  | 'subscriptions'
  | 'invoices'
  | 'invoicePayments'
  | 'paymentMethods'
  | 'charges'
  | 'refunds'
  | 'disputes'
  | 'events';

export type Truth = { [Name in Told]: Kept<Name> } & {
  /** The simulated instant, ISO-8601. */
  now: string;
  pendingDeliveries: number;
  /** How often each kind of fault has befallen an event or a call. */
  struck: Record<string, number>;
};

export type Subscription = Truth['subscriptions'][number];
export type Invoice = Truth['invoices'][number];
export type Charge = Truth['charges'][number];

export async function readTruth(simulatorUrl: string): Promise<Truth> {
  return (await ask(simulatorUrl, 'GET', '/_sim/state')).body as Truth;
}

/** Whoever has bought or tried to: a customer that was deleted is told by the checkouts alone. */
export function customersOf(truth: Truth, userId: string): Set<string> {
  const bought = truth.checkoutSessions.filter(
    ({ client_reference_id: reference }) => reference === userId,
  );
  const named = truth.customers.filter(
    (customer) => !customer.deleted && customer.metadata['broadsheet_user'] === userId,
  );
  return new Set([
    ...named.map(({ id }) => id),
    ...bought.map(({ customer }) => customer).filter((id) => id !== null),
  ]);
}

/** Everything of Stripe's that is about these customers, events and pages left out. */
export function holdingsOf(truth: Truth, customers: ReadonlySet<string>): Record<string, object[]> {
  const theirs = <T extends { customer: string | null }>(all: readonly T[]): T[] =>
    all.filter(({ customer }) => customer !== null && customers.has(customer));
  const charges = theirs(truth.charges);
  const charged = new Set(charges.map(({ id }) => id));
  const ofCharges = <T extends { charge: string | null }>(all: readonly T[]): T[] =>
    all.filter(({ charge }) => charge !== null && charged.has(charge));
  return {
    customers: truth.customers.filter(({ id }) => customers.has(id)),
    subscriptions: theirs(truth.subscriptions),
    invoices: theirs(truth.invoices),
    charges,
    refunds: ofCharges(truth.refunds),
    disputes: ofCharges(truth.disputes),
  };
}

export function subscriptionOf(invoice: Invoice): string | null {
  return invoice.parent?.subscription_details?.subscription ?? null;
}

/** The invoice that a payment was for. */
export function invoiceOfPayment(truth: Truth, paymentIntent: string | null): Invoice | undefined {
  const payment = truth.invoicePayments.find(
    (each) => each.payment.payment_intent === paymentIntent,
  );
  return truth.invoices.find(({ id }) => id === payment?.invoice);
}
