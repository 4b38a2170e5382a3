/** What can go wrong around second factors and passkeys, in the words callers branch on. */
import { Problem } from '../../platform/http/problem.js';

/**
 * The first factor was right. No refusal that names the account: it is said to whoever has just proven it.
 * @param challenge what the second step has to be sent with
 */
export const secondFactorRequired = (challenge: string, expiresAt: Date): Problem =>
  new Problem({
    status: 401,
    code: 'auth/second-factor-required',
    detail:
      'Send the code of your authenticator, or a recovery code, with this challenge to POST /api/v1/auth/second-factor.',
    headers: { 'www-authenticate': 'Bearer realm="broadsheet"' },
    extra: { challenge, expiresAt: expiresAt.toISOString() },
  });

/** @returns what the second step has to be sent with; null for any other problem */
export function challengeIn(error: unknown): string | null {
  if (!(error instanceof Problem) || error.code !== 'auth/second-factor-required') return null;
  return String(error.extra['challenge']);
}

/** The same code as for mailed codes: another try may be right. */
export const wrongSecondFactor = (): Problem =>
  new Problem({
    status: 422,
    code: 'auth/invalid-code',
    detail: 'The code is not right, or was used before; wait for the next one and try again.',
  });

export const challengeOver = (): Problem =>
  new Problem({
    status: 422,
    code: 'auth/challenge-over',
    detail:
      'This challenge was answered before, had too many wrong answers or is too old; begin anew.',
  });

export const secondFactorMissing = (): Problem =>
  new Problem({
    status: 403,
    code: 'auth/second-factor-missing',
    detail:
      'Admins need a second factor here: set up an authenticator with POST /api/v1/me/authenticator, or sign in with the one you have.',
  });

export const noAuthenticator = (): Problem =>
  new Problem({
    status: 409,
    code: 'auth/no-authenticator',
    detail: 'Set up an authenticator first, with POST /api/v1/me/authenticator.',
  });

export const lastSecondFactor = (): Problem =>
  new Problem({
    status: 409,
    code: 'auth/last-second-factor',
    detail:
      'Admins need a second factor here, and this is your last: add another one first, or replace it by setting up a new one.',
  });

/** The same whether nobody knows the passkey, it is somebody else’s, or the challenge is over. */
export const invalidPasskey = (): Problem =>
  new Problem({
    status: 401,
    code: 'auth/invalid-passkey',
    detail: 'This passkey opens nothing here, or was too late; begin anew or sign in another way.',
    headers: { 'www-authenticate': 'Bearer realm="broadsheet"' },
  });

export const unacceptablePasskey = (): Problem =>
  new Problem({
    status: 422,
    code: 'auth/unacceptable-passkey',
    detail:
      'The passkey could not be taken: it was made for another site or challenge, or without asking for your finger or PIN. Begin anew.',
  });

export const passkeyKnown = (): Problem =>
  new Problem({
    status: 409,
    code: 'auth/passkey-known',
    detail: 'This passkey was added before.',
  });

export const tooManyPasskeys = (most: number): Problem =>
  new Problem({
    status: 409,
    code: 'auth/too-many-passkeys',
    detail: `An account has ${most} passkeys at most; remove one first.`,
  });
