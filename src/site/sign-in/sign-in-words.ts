/** Turns what the users room refuses at the door into sentences. */
import type { Words } from '../../words/words.js';
import { codeOf } from '../form-words.js';

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
