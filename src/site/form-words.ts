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

/** Whether a room refused the new password. */
export function isWeakPassword(error: unknown): boolean {
  return error instanceof Problem && error.errors?.[0]?.field === 'password';
}

export function codeOf(error: unknown): string | null {
  return error instanceof Problem ? error.code : null;
}
