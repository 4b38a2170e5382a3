/** Compares what we hold of somebody with what Stripe does: every difference is a sentence. */
import type { KeptMail } from '../../src/platform/mail/mailbox.js';
import {
  type ExpectedLine,
  expectedLedger,
  expectedMembership,
  runningRefunded,
  subscriptionsOf,
} from './oracle.js';
import { type Books, ledgerOf } from './our-books.js';
import { type MembershipAnswer, membershipOf } from './person.js';
import { type Person, type Place, truthOf } from './place.js';
import { type Subscription, type Truth, customersOf } from './truth.js';

const graceDays = 7;

/** @returns nothing when our books agree with Stripe's on all of these people */
export async function differences(place: Place, people: readonly Person[]): Promise<string[]> {
  const truth = await truthOf(place);
  const mails = await place.mailbox();
  const found: string[] = [];
  for (const person of people) {
    const each = [
      ...membershipDifferences(truth, person, await membershipOf(place, person)),
      ...(await ledgerDifferences(place.books, truth, person)),
      ...atStripe(truth, person),
      ...mailDifferences(truth, mails, person),
    ];
    found.push(...each.map((sentence) => `${person.email}: ${sentence}`));
  }
  return found;
}

function membershipDifferences(truth: Truth, person: Person, told: MembershipAnswer): string[] {
  const expected = expectedMembership(truth, person.userId, graceDays);
  const seen = { ...told, amount: told.price?.amount ?? null };
  const fields = Object.keys(expected) as (keyof typeof expected)[];
  return fields
    .filter((field) => seen[field] !== expected[field])
    .map((field) => `${field} is ${String(seen[field])} and not ${String(expected[field])}`);
}

async function ledgerDifferences(books: Books, truth: Truth, person: Person): Promise<string[]> {
  const written = words(await ledgerOf(books, person.userId));
  const expected = words(expectedLedger(truth, person.userId));
  return written === expected ? [] : [`the ledger holds [${written}] and not [${expected}]`];
}

function words(lines: readonly ExpectedLine[]): string {
  return lines
    .map(({ kind, amount }) => `${kind} ${amount}`)
    .sort()
    .join(', ');
}

/** What the product must have done at Stripe by itself. */
function atStripe(truth: Truth, { userId }: Person): string[] {
  const live = subscriptionsOf(truth, userId).filter(
    ({ status }) => !['canceled', 'incomplete_expired', 'incomplete'].includes(status),
  );
  const lost = live.filter((subscription) =>
    truth.disputes.some(
      ({ status, payment_intent: intent }) =>
        status === 'lost' &&
        truth.invoicePayments.some(
          ({ payment, invoice }) =>
            payment.payment_intent === intent &&
            truth.invoices.find(({ id }) => id === invoice)?.parent?.subscription_details
              ?.subscription === subscription.id,
        ),
    ),
  );
  return [
    ...(live.length > 1 ? [`${live.length} subscriptions run at once`] : []),
    ...runningRefunded(truth, userId).map(({ id }) => `${id} runs although it was refunded`),
    ...lost.map(({ id }) => `${id} runs although its dispute was lost`),
    ...live
      .filter((trial) => sharesItsCard(truth, trial))
      .map(({ id }) => `${id} is one of two trials that run on the same card`),
  ];
}

/** Whether another trial that runs was begun with the card that this one was begun with. */
function sharesItsCard(truth: Truth, trial: Subscription): boolean {
  const card = cardThatBegan(truth, trial);
  return (
    trial.status === 'trialing' &&
    card !== null &&
    truth.subscriptions.some(
      (other) =>
        other.id !== trial.id &&
        other.status === 'trialing' &&
        cardThatBegan(truth, other) === card,
    )
  );
}

/** As its first event shows it: she may have changed her card since, which says nothing about the trial. */
function cardThatBegan(truth: Truth, { id }: Subscription): string | null {
  const began = truth.events.find(
    ({ type, data }) =>
      type === 'customer.subscription.created' && 'id' in data.object && data.object.id === id,
  );
  const method =
    began !== undefined && 'default_payment_method' in began.data.object
      ? began.data.object.default_payment_method
      : null;
  return truth.paymentMethods.find((each) => each.id === method)?.card?.fingerprint ?? null;
}

/** Each letter once: a receipt for a payment, one for a refund, at most one for an attempt and for a trial. */
function mailDifferences(truth: Truth, mails: readonly KeptMail[], person: Person): string[] {
  const hers = mails.filter(({ to }) => to === person.email);
  const count = (subject: RegExp): number =>
    hers.filter((mail) => subject.test(mail.subject)).length;
  const lines = expectedLedger(truth, person.userId);
  const moved = (kind: string): number => lines.filter((line) => line.kind === kind).length;
  const trials = subscriptionsOf(truth, person.userId).filter(({ trial_start: at }) => at !== null);
  const customers = customersOf(truth, person.userId);
  const attempts = truth.invoices
    .filter(({ customer }) => customer !== null && customers.has(customer))
    .reduce((sum, { attempt_count: each }) => sum + each, 0);
  const told: [string, number, number, number][] = [
    ['receipts', count(/^Receipt: /), moved('payment'), moved('payment')],
    ['letters of refunds', count(/^Refund: /), moved('refund'), moved('refund')],
    ['letters of refused payments', count(/did not go through/), 0, attempts],
    ['letters of a trial begun', count(/trial has begun/), 0, trials.length],
    ['reminders of a trial', count(/trial ends on/), 0, trials.length],
    ['letters of a trial refused', count(/trial was ended/), 0, trials.length],
  ];
  return told
    .filter(([, sent, least, most]) => sent < least || sent > most)
    .map(([what, sent, least, most]) => `has ${sent} ${what} and not ${least} to ${most}`);
}
