/** What the letters about money say, in English. */
import { formatFor } from '../../platform/format/format.js';
import type { LetterLine } from '../../platform/mail/letter.js';
import type { Price } from '../../plans/plan.js';
import type { BillingLetter } from './billing-letters.rules.js';

const format = formatFor('en-US', 'UTC');

const day = 24 * 60 * 60 * 1000;

export interface LetterText {
  subject: string;
  lines: LetterLine[];
}

export interface LetterFacts {
  /** Of the membership that the letter is about; null for letters about none. */
  plan: { name: string } | null;
  price: Price | null;
  seats: number;
  isDiscounted: boolean;
  accountUrl: string;
  graceDays: number;
}

export function wordsFor(letter: BillingLetter, facts: LetterFacts): LetterText {
  const account: LetterLine = { label: 'Your account', link: facts.accountUrl };
  switch (letter.kind) {
    case 'trial-started':
      return {
        subject: 'Your free trial has begun',
        lines: [
          `Welcome${facts.plan === null ? '' : ` to ${facts.plan.name}`}. Everything is open to you, free, until ${format.moment(letter.endsAt)}.`,
          `${charge(facts)} We write to you once more before then.`,
          'To be charged nothing, cancel in your account before then; you read on until the trial ends.',
          account,
        ],
      };
    case 'trial-ending':
      return {
        subject: `Your free trial ends on ${format.date(letter.endsAt)}`,
        lines: [
          `Your trial ends on ${format.moment(letter.endsAt)}.`,
          charge(facts),
          'If you would like to stay, there is nothing to do. If not, cancel before then and you are charged nothing.',
          account,
        ],
      };
    case 'trial-refused':
      return {
        subject: 'Your trial was ended: there is one per person',
        lines: [
          'Somebody with this account, address or card has had a free trial here before, and there is one for each person. So we ended the new one at once; your card was not charged.',
          'You are welcome without a trial:',
          account,
        ],
      };
    case 'duplicate-ended':
      return {
        subject: 'Your second membership was ended',
        lines: [
          'You have a membership already, so we ended the second one at once. Whatever was charged for it is given back in full; the first one is as it was.',
          account,
        ],
      };
    case 'receipt': {
      const { number, hostedUrl } = letter.invoice ?? { number: null, hostedUrl: null };
      return {
        subject: `Receipt: ${format.money(letter.paid)}`,
        lines: [
          `We received ${format.money(letter.paid)} on ${format.date(letter.paidAt)}${number === null ? '' : `, for invoice ${number}`}. Thank you.`,
          ...(hostedUrl === null ? [] : [{ label: 'See the invoice', link: hostedUrl }]),
          account,
        ],
      };
    }
    case 'refunded':
      return {
        subject: `Refund: ${format.money(letter.refunded)}`,
        lines: [
          `We have given back ${format.money(letter.refunded)}. Your bank shows it within five to ten days, where you paid from.`,
          account,
        ],
      };
    case 'payment-failed':
      return {
        subject: `Your payment of ${format.money(letter.due)} did not go through`,
        lines: [
          letter.attempt === 1
            ? `Your bank did not let us charge ${format.money(letter.due)}. It may want you to confirm the payment, or your card to be replaced.`
            : `We have tried ${letter.attempt} times now to charge ${format.money(letter.due)}, and your bank did not let us.`,
          ...(letter.payUrl === null
            ? []
            : [{ label: 'Pay, or confirm the payment', link: letter.payUrl }]),
          letter.nextAttemptAt === null
            ? 'We do not try again by ourselves.'
            : `We try again on ${format.date(letter.nextAttemptAt)}. Paid before, it is settled at once.`,
          ...graceIn(letter.overdueSince, facts.graceDays),
          account,
        ],
      };
    case 'ended-unpaid':
      return {
        subject: 'Your membership has ended',
        lines: [
          'The payment for your membership could not be made, so it has ended. Nothing more is charged.',
          'You are welcome back whenever you like:',
          account,
        ],
      };
  }
}

function graceIn(overdueSince: Date | null, graceDays: number): string[] {
  if (overdueSince === null) return [];
  const until = new Date(overdueSince.getTime() + graceDays * day);
  return [`What members read stays open to you until ${format.moment(until)}.`];
}

function charge({ price, seats, isDiscounted }: LetterFacts): string {
  if (price === null) return 'Your membership goes on then, until you cancel.';
  const amount = format.money({ amount: price.amount * seats, currency: price.currency });
  const each = price.interval === 'year' ? 'a year' : 'a month';
  const discount = isDiscounted ? ', less your discount' : '';
  return `Then your card is charged ${amount} ${each}${discount}, until you cancel.`;
}
