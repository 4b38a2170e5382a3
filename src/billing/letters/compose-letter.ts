/** Puts a letter about money into the reader's language. */
import type { LetterText } from '../../platform/mail/letter.js';
import type { Price } from '../../plans/plan.js';
import type { Language } from '../../words/language.js';
import type { BillingLetter } from './billing-letters.rules.js';

const day = 24 * 60 * 60 * 1000;

export interface LetterFacts {
  /** Of the membership that the letter is about; null for letters about none. */
  plan: { name: string } | null;
  price: Price | null;
  seats: number;
  isDiscounted: boolean;
  accountUrl: string;
  graceDays: number;
}

export function composeLetter(
  letter: BillingLetter,
  facts: LetterFacts,
  { words: { billingLetters }, format }: Language,
): LetterText {
  const { accountUrl: link } = facts;
  switch (letter.kind) {
    case 'trial-started': {
      const endsAt = format.moment(letter.endsAt);
      const plan = facts.plan?.name ?? null;
      return billingLetters.trialStarted({ plan, endsAt, charge: chargeOf(facts, format), link });
    }
    case 'trial-ending': {
      const endsOn = format.date(letter.endsAt);
      const endsAt = format.moment(letter.endsAt);
      return billingLetters.trialEnding({ endsOn, endsAt, charge: chargeOf(facts, format), link });
    }
    case 'trial-refused':
      return billingLetters.trialRefused(link);
    case 'duplicate-ended':
      return billingLetters.duplicateEnded(link);
    case 'receipt':
      return billingLetters.receipt({
        paid: format.money(letter.paid),
        paidOn: format.date(letter.paidAt),
        number: letter.invoice?.number ?? null,
        invoiceLink: letter.invoice?.hostedUrl ?? null,
        link,
      });
    case 'refunded':
      return billingLetters.refunded(format.money(letter.refunded), link);
    case 'payment-failed': {
      const { due, attempt, payUrl: payLink, nextAttemptAt, overdueSince } = letter;
      return billingLetters.paymentFailed({
        due: format.money(due),
        attempt,
        payLink,
        nextAttemptOn: nextAttemptAt === null ? null : format.date(nextAttemptAt),
        readsUntil:
          overdueSince === null
            ? null
            : format.moment(new Date(overdueSince.getTime() + facts.graceDays * day)),
        link,
      });
    }
    case 'ended-unpaid':
      return billingLetters.endedUnpaid(link);
  }
}

function chargeOf({ price, seats, isDiscounted }: LetterFacts, format: Language['format']) {
  if (price === null) return null;
  const amount = format.money({ amount: price.amount * seats, currency: price.currency });
  return { amount, interval: price.interval, isDiscounted };
}
