/** Reads what a person types for a card, and says what is wrong with it in the words of Stripe's page. */
import { INVALID_NUMBER, readCardNumber, type CardRefusal } from '../billing/cards.js';
import type { TypedCard } from '../billing/payment-objects.js';

export type CardField = 'number' | 'expiry' | 'cvc';

export type CardEntry =
  { ok: true; card: TypedCard } | { ok: false; field: CardField; refusal: CardRefusal };

export interface TypedFields {
  number: string;
  expiry: string;
  cvc: string;
}

/** `now` is in seconds; a card is good to the end of the month on it. */
export function readCard(typed: TypedFields, now: number): CardEntry {
  const number = readCardNumber(typed.number);
  if (number === null) return { ok: false, field: 'number', refusal: INVALID_NUMBER };
  const expiry = readExpiry(typed.expiry);
  if (expiry === null || hasPassed(expiry, now)) {
    return {
      ok: false,
      field: 'expiry',
      refusal:
        expiry === null
          ? {
              code: 'invalid_expiry_month',
              declineCode: null,
              message: "Your card's expiration date is incomplete or invalid.",
            }
          : {
              code: 'invalid_expiry_year',
              declineCode: null,
              message: "Your card's expiration year is in the past.",
            },
    };
  }
  if (!/^\d{3,4}$/.test(typed.cvc.trim())) {
    return {
      ok: false,
      field: 'cvc',
      refusal: {
        code: 'invalid_cvc',
        declineCode: null,
        message: "Your card's security code is incomplete or invalid.",
      },
    };
  }
  return { ok: true, card: { number, expMonth: expiry.month, expYear: expiry.year } };
}

/** For callers that have no form: the number alone, with a date far enough away. */
export function cardFromNumber(typed: string, now: number): CardEntry {
  const year = new Date(now * 1000).getUTCFullYear() + 4;
  return readCard({ number: typed, expiry: `12 / ${year}`, cvc: '123' }, now);
}

interface Expiry {
  month: number;
  year: number;
}

function readExpiry(typed: string): Expiry | null {
  const match = /^\s*(\d{1,2})\s*[/\-. ]?\s*(\d{4}|\d{2})\s*$/.exec(typed);
  if (!match) return null;
  const month = Number(match[1]);
  const year = Number(match[2]);
  if (month < 1 || month > 12) return null;
  return { month, year: year < 100 ? 2000 + year : year };
}

function hasPassed({ month, year }: Expiry, now: number): boolean {
  return Date.UTC(year, month, 1) / 1000 <= now;
}
