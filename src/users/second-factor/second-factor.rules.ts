/** Of whom a second factor is demanded, and what follows from it. */
import type { Reader } from '../reader.js';

/** How long a sign-in waits for its second step. */
export const secondStepSeconds = 10 * 60;

/** Wrong codes a second step takes; then the sign-in begins anew. */
export const mostWrongAnswers = 5;

/** What somebody can show besides a password or her mailbox. */
export interface FactorsHeld {
  hasAuthenticator: boolean;
  passkeys: number;
}

/** @param isDemanded whether this publication wants it of its admins */
export const wantsTwo = ({ roles }: Pick<Reader, 'roles'>, isDemanded: boolean): boolean =>
  isDemanded && roles.includes('admin');

/** Whether she has to show a second factor before staff's doors open to her. */
export function lacksSecondFactor(
  reader: Pick<Reader, 'roles' | 'secondFactorAt'>,
  isDemanded: boolean,
): boolean {
  return wantsTwo(reader, isDemanded) && reader.secondFactorAt === null;
}

/**
 * Whether she may add and take away factors. An admin's first is added with one factor, as there is no other way;
 * from then on, whoever knows only her password adds none of his own.
 */
export function mayChangeFactors(
  reader: Pick<Reader, 'roles' | 'secondFactorAt'>,
  held: FactorsHeld,
  isDemanded: boolean,
): boolean {
  const hasAny = held.hasAuthenticator || held.passkeys > 0;
  return !hasAny || !lacksSecondFactor(reader, isDemanded);
}

/** Whether what would be left leaves her outside of staff's doors. */
export function isLastFactor(
  reader: Pick<Reader, 'roles'>,
  left: FactorsHeld,
  isDemanded: boolean,
): boolean {
  return wantsTwo(reader, isDemanded) && !left.hasAuthenticator && left.passkeys === 0;
}
