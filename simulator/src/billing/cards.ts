/** The test cards: what each number is for, and what a bank answers when it is set up or charged. */
import { createHash } from 'node:crypto';

export interface CardRefusal {
  code:
    | 'authentication_required'
    | 'card_declined'
    | 'expired_card'
    | 'incorrect_cvc'
    | 'incorrect_number'
    | 'invalid_cvc'
    | 'invalid_expiry_month'
    | 'invalid_expiry_year'
    | 'missing'
    | 'payment_intent_authentication_failure'
    | 'processing_error'
    | 'setup_intent_authentication_failure';
  declineCode: string | null;
  message: string;
}

export type BankAnswer =
  | { kind: 'approved' }
  | { kind: 'authentication-required' }
  | { kind: 'refused'; refusal: CardRefusal };

/** An inquiry asks before any money is taken back. */
export interface DisputeKind {
  reason: 'fraudulent' | 'product_not_received';
  inquiry: boolean;
}

interface Behaviour {
  /** Refused both when it is set up and when it is charged. */
  refusal?: CardRefusal;
  /** Sets up well, and is refused at every charge. */
  refusedLater?: CardRefusal;
  /** `setup`: wants 3-D Secure until it has been set up once; `always`: at every charge. */
  threeDSecure?: 'setup' | 'always';
  /** The charge succeeds and is disputed at once. */
  disputed?: DisputeKind;
}

const declined = (declineCode: string, message = 'Your card was declined.'): CardRefusal => ({
  code: 'card_declined',
  declineCode,
  message,
});

const EXPIRED: CardRefusal = {
  code: 'expired_card',
  declineCode: 'expired_card',
  message: 'Your card has expired.',
};

const WRONG_CVC: CardRefusal = {
  code: 'incorrect_cvc',
  declineCode: 'incorrect_cvc',
  message: "Your card's security code is incorrect.",
};

const PROCESSING: CardRefusal = {
  code: 'processing_error',
  declineCode: 'processing_error',
  message: 'An error occurred while processing your card. Try again in a little bit.',
};

const BEHAVIOURS: Record<string, Behaviour> = {
  '4000000000000002': { refusal: declined('generic_decline') },
  '4000000000009995': {
    refusal: declined('insufficient_funds', 'Your card has insufficient funds.'),
  },
  '4000000000009987': { refusal: declined('lost_card') },
  '4000000000009979': { refusal: declined('stolen_card') },
  '4000000000000069': { refusal: EXPIRED },
  '4000000000000127': { refusal: WRONG_CVC },
  '4000000000000119': { refusal: PROCESSING },
  '4000000000000341': { refusedLater: declined('generic_decline') },
  '4000002500003155': { threeDSecure: 'setup' },
  '4000002760003184': { threeDSecure: 'always' },
  '4000000000003063': { threeDSecure: 'always' },
  '4000000000003220': { threeDSecure: 'always' },
  '4000000000000259': { disputed: { reason: 'fraudulent', inquiry: false } },
  '4000000000002685': { disputed: { reason: 'product_not_received', inquiry: false } },
  '4000000000001976': { disputed: { reason: 'fraudulent', inquiry: true } },
};

export const INVALID_NUMBER: CardRefusal = {
  code: 'incorrect_number',
  declineCode: null,
  message: 'Your card number is incorrect.',
};

export const AUTHENTICATION_FAILED =
  'We are unable to authenticate your payment method. Please choose a different payment method and try again.';

/** What a bank says to a charge nobody is there to authenticate. */
export const AUTHENTICATION_REQUIRED: CardRefusal = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

/** The digits of a plausible card number, or null. */
export function readCardNumber(typed: string): string | null {
  const digits = typed.replaceAll(/[\s-]/g, '');
  return /^\d{13,19}$/.test(digits) && passesLuhn(digits) ? digits : null;
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, position) => {
    const value = Number(digit) * (position % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** What the bank says when the card is saved for later while its holder is there. */
export function answerToSetup(number: string): BankAnswer {
  const { refusal, threeDSecure } = BEHAVIOURS[number] ?? {};
  if (refusal) return { kind: 'refused', refusal };
  return threeDSecure ? { kind: 'authentication-required' } : { kind: 'approved' };
}

/**
 * What the bank says to a charge. `holderPresent` is true on a page of ours; `authenticated` when the card was set up
 * with 3-D Secure before, `justAuthenticated` when it was for this very payment.
 */
export function answerToCharge(
  number: string,
  given: { authenticated: boolean; justAuthenticated: boolean },
): BankAnswer {
  const { refusal, refusedLater, threeDSecure } = BEHAVIOURS[number] ?? {};
  const refused = refusal ?? refusedLater;
  if (refused) return { kind: 'refused', refusal: refused };
  const enough =
    threeDSecure === undefined ||
    given.justAuthenticated ||
    (threeDSecure === 'setup' && given.authenticated);
  return enough ? { kind: 'approved' } : { kind: 'authentication-required' };
}

/** How a charge of this card is contested, if it is. */
export function disputeOf(number: string): DisputeKind | null {
  return BEHAVIOURS[number]?.disputed ?? null;
}

export function brandOf(number: string): { brand: string; name: string } {
  if (number.startsWith('4')) return { brand: 'visa', name: 'Visa' };
  if (/^(5[1-5]|2[2-7])/.test(number)) return { brand: 'mastercard', name: 'Mastercard' };
  if (/^3[47]/.test(number)) return { brand: 'amex', name: 'American Express' };
  if (/^6(011|5)/.test(number)) return { brand: 'discover', name: 'Discover' };
  return { brand: 'unknown', name: 'Card' };
}

/** The same number always has the same fingerprint, whoever uses it and whenever. */
export function fingerprintOf(number: string): string {
  return createHash('sha256').update(`card ${number}`).digest('hex').slice(0, 16);
}
