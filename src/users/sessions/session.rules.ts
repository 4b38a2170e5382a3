/** How long sessions last, and what a presented refresh token means. */

/** However often it is refreshed, a session ends after this. */
export const longestSessionSeconds = 180 * 24 * 60 * 60;

/** Two tabs, or a lost answer: the token just used may come once more and gets the same successor. */
const rotationGraceSeconds = 10;

export interface SessionStanding {
  generation: number;
  rotatedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

export type RotationVerdict = 'rotate' | 'repeat' | 'reused' | 'over';

/** @param presented the generation that the token was written for */
export function judgeRotation(
  session: SessionStanding,
  presented: number,
  now: Date,
): RotationVerdict {
  if (session.endedAt !== null || session.expiresAt <= now) return 'over';
  if (presented === session.generation) return 'rotate';
  const age = now.getTime() - session.rotatedAt.getTime();
  const isPrevious = presented === session.generation - 1;
  return isPrevious && age <= rotationGraceSeconds * 1000 ? 'repeat' : 'reused';
}

/**
 * A browser's session, which nothing rotates, lasts anew from a visit; written down once a thirtieth of
 * its time is gone (a day of thirty), so that a click costs no write.
 * @returns null where it stays as it is
 */
export function prolongedExpiry(
  session: { createdAt: Date; expiresAt: Date },
  now: Date,
  idleSeconds: number,
): Date | null {
  const left = session.expiresAt.getTime() - now.getTime();
  if (left >= idleSeconds * 1000 * (29 / 30)) return null;
  const next = sessionExpiry(session.createdAt, now, idleSeconds);
  return next > session.expiresAt ? next : null;
}

/** @param idleSeconds how long a session lasts when it is not refreshed */
export function sessionExpiry(createdAt: Date, now: Date, idleSeconds: number): Date {
  const idle = now.getTime() + idleSeconds * 1000;
  const absolute = createdAt.getTime() + longestSessionSeconds * 1000;
  return new Date(Math.min(idle, absolute));
}
