/** What can go wrong around accounts and sessions, in the words callers branch on. */
import { Problem, invalidBody } from '../platform/http/problem.js';
import type { PasswordRefusal } from './passwords/password.rules.js';

const challenge = 'Bearer realm="broadsheet"';

const unauthorized = (code: string, detail: string, header = challenge): Problem =>
  new Problem({ status: 401, code, detail, headers: { 'www-authenticate': header } });

export const sessionRequired = (): Problem =>
  unauthorized('auth/session-required', 'Sign in first; this is not open to strangers.');

/** The access token is forged, expired, or of a session that has ended. */
export const invalidAccessToken = (): Problem =>
  unauthorized(
    'auth/invalid-token',
    'The access token is not valid any more; refresh it or sign in again.',
    `${challenge}, error="invalid_token"`,
  );

/** The same for an unknown address and a wrong password. */
export const invalidCredentials = (): Problem =>
  unauthorized('auth/invalid-credentials', 'The address or the password is not right.');

export const invalidRefreshToken = (): Problem =>
  unauthorized('auth/invalid-refresh-token', 'The session has ended; sign in again.');

/** A refresh token came back after its successor was used: somebody has a copy, so the session ended. */
export const refreshTokenReused = (): Problem =>
  unauthorized(
    'auth/refresh-token-reused',
    'This refresh token was used before. To be safe the session was ended; sign in again.',
  );

/** 422 and not 401: it is a field of the body that is wrong, and no header could mend it. */
export const invalidCode = (): Problem =>
  new Problem({
    status: 422,
    code: 'auth/invalid-code',
    detail:
      'The code or link is wrong, was used before or is older than ten minutes; ask for a new one.',
  });

/** In a session that is as good as ever, hence no 401: signing in again would be one way to mend it. */
export const freshProofRequired = (): Problem =>
  new Problem({
    status: 403,
    code: 'auth/fresh-proof-required',
    detail:
      'Show first that it is still you, with POST /api/v1/me/proof: your password, or the code that POST /api/v1/me/proof/mail mails you. It counts for ten minutes.',
  });

export const wrongPassword = (): Problem =>
  new Problem({
    status: 422,
    code: 'auth/wrong-password',
    detail: 'The password is not right. Without one, have a code mailed instead.',
  });

/** 422 and no 401, as for a wrong password: she is signed in. */
export const wrongPasskey = (): Problem =>
  new Problem({
    status: 422,
    code: 'auth/wrong-passkey',
    detail:
      'This is no passkey of your account, or it was too late; begin anew or prove it is you in another way.',
  });

/** 422 and no 401: she is signed in, and only this body is not enough. */
export const secondFactorNeeded = (): Problem =>
  invalidBody([
    {
      field: 'authenticatorCode',
      message: 'is needed, or a recoveryCode, since your account has an authenticator',
    },
  ]);

/** Said only to somebody who has shown that she reads the mail to this address. */
export const emailTaken = (): Problem =>
  new Problem({
    status: 409,
    code: 'auth/email-taken',
    detail: 'Meanwhile there is another account with this address; sign in to that one instead.',
  });

export const forbidden = (): Problem =>
  new Problem({
    status: 403,
    code: 'auth/forbidden',
    detail: 'Your account is not allowed to do this.',
  });

/** Said only to somebody who has just proven that the account is hers. */
export const banned = (): Problem =>
  new Problem({
    status: 403,
    code: 'auth/banned',
    detail:
      'This account was closed by the publication; write to us if you think that is a mistake.',
  });

/** Somebody has to be able to let others in. */
export const lastAdmin = (): Problem =>
  new Problem({
    status: 409,
    code: 'auth/last-admin',
    detail: 'This is the last admin of the publication; make somebody else an admin first.',
  });

export const crossSite = (): Problem =>
  new Problem({
    status: 403,
    code: 'auth/cross-site',
    detail: 'This form was sent from another site; open the page here and try again.',
  });

export const signInsBusy = (): Problem =>
  new Problem({
    status: 503,
    code: 'auth/busy',
    detail: 'Very many people are signing in right now; try again in a few seconds.',
    headers: { 'retry-after': '5' },
  });

const passwordRefusals: Record<PasswordRefusal, string> = {
  'too-short': 'must be at least 15 characters long; a few words in a row are easy to keep',
  'too-long': 'must be at most 256 characters long',
  common: 'is one of those that are tried first; choose something less common',
  personal: 'is too close to your address, your name or ours; choose something else',
};

export const unacceptablePassword = (refusal: PasswordRefusal): Problem =>
  invalidBody([{ field: 'password', message: passwordRefusals[refusal] }]);
