/** What the mails about money say, in English. Amounts, dates and moments come formatted; links are whole addresses. */
import type { LetterLine, LetterText } from '../../platform/mail/letter.js';

const account = (link: string): LetterLine => ({ label: 'Your account', link });

/** What follows a trial; null where nothing is known of a price. */
interface Charge {
  amount: string;
  interval: 'month' | 'year';
  isDiscounted: boolean;
}

function charged(charge: Charge | null): string {
  if (charge === null) return 'Your membership goes on then, until you cancel.';
  const each = charge.interval === 'year' ? 'a year' : 'a month';
  const discount = charge.isDiscounted ? ', less your discount' : '';
  return `Then your card is charged ${charge.amount} ${each}${discount}, until you cancel.`;
}

export const billingLetters = {
  trialStarted: (trial: {
    plan: string | null;
    endsAt: string;
    charge: Charge | null;
    link: string;
  }): LetterText => ({
    subject: 'Your free trial has begun',
    lines: [
      `Welcome${trial.plan === null ? '' : ` to ${trial.plan}`}. Everything is open to you, free, until ${trial.endsAt}.`,
      `${charged(trial.charge)} We write to you once more before then.`,
      'To be charged nothing, cancel in your account before then; you read on until the trial ends.',
      account(trial.link),
    ],
  }),

  trialEnding: (trial: {
    endsOn: string;
    endsAt: string;
    charge: Charge | null;
    link: string;
  }): LetterText => ({
    subject: `Your free trial ends on ${trial.endsOn}`,
    lines: [
      `Your trial ends on ${trial.endsAt}.`,
      charged(trial.charge),
      'If you would like to stay, there is nothing to do. If not, cancel before then and you are charged nothing.',
      account(trial.link),
    ],
  }),

  trialRefused: (link: string): LetterText => ({
    subject: 'Your trial was ended: there is one per person',
    lines: [
      'Somebody with this account, address or card has had a free trial here before, and there is one for each person. So we ended the new one at once; your card was not charged.',
      'You are welcome without a trial:',
      account(link),
    ],
  }),

  duplicateEnded: (link: string): LetterText => ({
    subject: 'Your second membership was ended',
    lines: [
      'You have a membership already, so we ended the second one at once. Whatever was charged for it is given back in full; the first one is as it was.',
      account(link),
    ],
  }),

  receipt: (receipt: {
    paid: string;
    paidOn: string;
    number: string | null;
    invoiceLink: string | null;
    link: string;
  }): LetterText => ({
    subject: `Receipt: ${receipt.paid}`,
    lines: [
      `We received ${receipt.paid} on ${receipt.paidOn}${receipt.number === null ? '' : `, for invoice ${receipt.number}`}. Thank you.`,
      ...(receipt.invoiceLink === null
        ? []
        : [{ label: 'See the invoice', link: receipt.invoiceLink }]),
      account(receipt.link),
    ],
  }),

  refunded: (amount: string, link: string): LetterText => ({
    subject: `Refund: ${amount}`,
    lines: [
      `We have given back ${amount}. Your bank shows it within five to ten days, where you paid from.`,
      account(link),
    ],
  }),

  paymentFailed: (failure: {
    due: string;
    /** How often it was tried, this time included. */
    attempt: number;
    payLink: string | null;
    nextAttemptOn: string | null;
    readsUntil: string | null;
    link: string;
  }): LetterText => ({
    subject: `Your payment of ${failure.due} did not go through`,
    lines: [
      failure.attempt === 1
        ? `Your bank did not let us charge ${failure.due}. It may want you to confirm the payment, or your card to be replaced.`
        : `We have tried ${failure.attempt} times now to charge ${failure.due}, and your bank did not let us.`,
      ...(failure.payLink === null
        ? []
        : [{ label: 'Pay, or confirm the payment', link: failure.payLink }]),
      failure.nextAttemptOn === null
        ? 'We do not try again by ourselves.'
        : `We try again on ${failure.nextAttemptOn}. Paid before, it is settled at once.`,
      ...(failure.readsUntil === null
        ? []
        : [`What members read stays open to you until ${failure.readsUntil}.`]),
      account(failure.link),
    ],
  }),

  endedUnpaid: (link: string): LetterText => ({
    subject: 'Your membership has ended',
    lines: [
      'The payment for your membership could not be made, so it has ended. Nothing more is charged.',
      'You are welcome back whenever you like:',
      account(link),
    ],
  }),
};
