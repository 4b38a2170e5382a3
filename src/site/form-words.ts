/** Turns what the rooms refuse into the sentence that stands beside the field. */
import { Problem } from '../platform/http/problem.js';
import { normalisePassword, passwordLength } from '../users/passwords/password.rules.js';
import type { Words } from '../words/words.js';

/** Which word belongs to which field of a form, when its value is not one at all. */
const ofField = ({ fields: { problems } }: Words): Record<string, string> => ({
  email: problems.email,
  password: problems.passwordMissing,
  name: problems.name,
  code: problems.code,
});

export function fieldWords<Field extends string>(
  words: Words,
  wrong: ReadonlySet<string>,
  known: readonly Field[],
): Partial<Record<Field, string>> {
  const ofOurs = ofField(words);
  const said = known.filter((field) => wrong.has(field)).map((field) => [field, ofOurs[field]]);
  return Object.fromEntries(said) as Partial<Record<Field, string>>;
}

/** Why a new password was refused, in the reader's words. */
export function passwordWords({ fields }: Words, password: string): string {
  const length = [...normalisePassword(password)].length;
  if (length < passwordLength.least) return fields.problems.passwordShort;
  if (length > passwordLength.most) return fields.problems.passwordLong;
  return fields.problems.passwordCommon;
}

/** What to say above a sign-in form; null for a problem that no reader can mend. */
export function signInWords({ mail, passkey, signIn }: Words, error: unknown): string | null {
  switch (codeOf(error)) {
    case 'auth/invalid-credentials':
      return signIn.problems.refused;
    case 'auth/banned':
      return signIn.problems.banned;
    case 'auth/invalid-code':
      return mail.problems.refused;
    case 'auth/invalid-passkey':
      return passkey.problems.refused;
    default:
      return null;
  }
}

/** What to say above the form of the second step; null for a problem that no reader can mend. */
export function secondStepWords({ secondStep, signIn }: Words, error: unknown): string | null {
  switch (codeOf(error)) {
    case 'auth/invalid-code':
      return secondStep.problems.refused;
    case 'auth/banned':
      return signIn.problems.banned;
    default:
      return null;
  }
}

export type MembershipRefusal = [problem: string, status: number];

/** What to say above the account page, and with which status; null for a fault that is not hers to know. */
export function membershipRefusal(
  { account, change }: Words,
  error: unknown,
): MembershipRefusal | null {
  if (!(error instanceof Problem)) return null;
  switch (error.code) {
    case 'billing/card-declined':
      return [change.problems.declined(String(error.extra['reason'])), error.status];
    case 'billing/card-needs-confirmation':
      return [change.problems.wantsOwner, error.status];
    case 'billing/stripe-unavailable':
    case 'billing/stripe-failed':
    case 'billing/stripe-refused':
      return [account.problems.paymentsUnavailable, error.status];
    case 'billing/nothing-to-change':
    case 'billing/nothing-to-cancel':
    case 'billing/complimentary-membership':
    case 'billing/same-price':
    case 'billing/payment-overdue':
    case 'billing/membership-on-hold':
    case 'billing/cancellation-scheduled':
    case 'billing/currency-bound':
    case 'billing/price-not-found':
    case 'request/invalid-body':
      return [account.problems.outdated, error.status];
    default:
      return null;
  }
}

/** Why an article was not given, and with which status; null for a fault that is not hers to know. */
export function givingRefusal({ giving }: Words, error: unknown): MembershipRefusal | null {
  if (!(error instanceof Problem)) return null;
  const { status } = error;
  switch (error.code) {
    case 'paywall/gift-needs-membership':
      return [giving.problems.needsMembership, status];
    case 'paywall/gift-not-needed':
      return [giving.problems.notNeeded, status];
    case 'paywall/gifts-not-offered':
      return [giving.notOffered, status];
    case 'paywall/gifts-used-up':
      return [giving.problems.usedUp, status];
    default:
      return null;
  }
}

export interface FarewellRefusal {
  errors: { confirm?: string };
  problem: string | null;
  status: number;
}

/** Why an account was not deleted, in its owner's words; null for a fault that is not hers to know. */
export function farewellRefusal({ farewell }: Words, error: unknown): FarewellRefusal | null {
  if (!(error instanceof Problem)) return null;
  const { problems } = farewell;
  const { status } = error;
  switch (error.code) {
    case 'request/invalid-body':
      return { errors: { confirm: problems.confirm }, problem: null, status };
    case 'auth/last-admin':
      return { errors: {}, problem: problems.lastAdmin, status };
    case 'billing/stripe-unavailable':
    case 'billing/stripe-failed':
    case 'billing/stripe-refused':
      return { errors: {}, problem: problems.paymentsUnavailable, status };
    default:
      return null;
  }
}

/** Whether a room refused the new password. */
export function isWeakPassword(error: unknown): boolean {
  return error instanceof Problem && error.errors?.[0]?.field === 'password';
}

export function codeOf(error: unknown): string | null {
  return error instanceof Problem ? error.code : null;
}
