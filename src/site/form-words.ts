/** Turns what the rooms refuse into the sentence that stands beside the field. */
import { Problem } from '../platform/http/problem.js';
import { normalisePassword, passwordLength } from '../users/password.rules.js';
import { english } from './language.js';

const { fields, mail, signIn } = english.words;

/** Which word belongs to which field of a form, when its value is not one at all. */
const ofField: Record<string, string> = {
  email: fields.problems.email,
  password: fields.problems.passwordMissing,
  name: fields.problems.name,
  code: fields.problems.code,
};

export function fieldWords<Field extends string>(
  wrong: ReadonlySet<string>,
  known: readonly Field[],
): Partial<Record<Field, string>> {
  const said = known.filter((field) => wrong.has(field)).map((field) => [field, ofField[field]]);
  return Object.fromEntries(said) as Partial<Record<Field, string>>;
}

/** Why a new password was refused, in the reader's words. */
export function passwordWords(password: string): string {
  const length = [...normalisePassword(password)].length;
  if (length < passwordLength.least) return fields.problems.passwordShort;
  if (length > passwordLength.most) return fields.problems.passwordLong;
  return fields.problems.passwordCommon;
}

/** What to say above a sign-in form; null for a problem that no reader can mend. */
export function signInWords(error: unknown): string | null {
  switch (codeOf(error)) {
    case 'auth/invalid-credentials':
      return signIn.problems.refused;
    case 'auth/banned':
      return signIn.problems.banned;
    case 'auth/invalid-code':
      return mail.problems.refused;
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
