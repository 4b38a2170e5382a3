/** Turns what the users room refuses on the way to a new address, or to a fresh proof, into sentences. */
import type { Words } from '../../words/words.js';
import { codeOf } from '../form-words.js';

/** Which word stands beside which field of the proof's form. */
export function proofErrors(
  { fields, secondStep }: Words,
  wrong: ReadonlySet<string>,
): {
  password?: string;
  code?: string;
  second?: string;
} {
  return {
    ...(wrong.has('password') ? { password: fields.problems.passwordMissing } : {}),
    ...(wrong.has('code') ? { code: fields.problems.code } : {}),
    ...(wrong.has('authenticatorCode') || wrong.has('recoveryCode')
      ? { second: secondStep.problems.missing }
      : {}),
  };
}

/** What to say above the form; null for a fault that is not hers to mend. */
export function proofWords({ passkey, proof, secondStep }: Words, error: unknown): string | null {
  switch (codeOf(error)) {
    case 'auth/wrong-password':
      return proof.problems.password;
    case 'auth/invalid-code':
      return proof.problems.code;
    case 'auth/wrong-passkey':
      return passkey.problems.refused;
    case 'request/invalid-body':
      return secondStep.problems.missing;
    default:
      return null;
  }
}

export function emailChangeWords({ emailChange }: Words, error: unknown): string | null {
  switch (codeOf(error)) {
    case 'auth/invalid-code':
      return emailChange.problems.refused;
    case 'auth/email-taken':
      return emailChange.problems.taken;
    default:
      return null;
  }
}

export function sameAddressWords({ emailChange }: Words, error: unknown): string | null {
  return codeOf(error) === 'request/invalid-body' ? emailChange.problems.same : null;
}
