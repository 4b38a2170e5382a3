/** How often one may fail to get in, ask for mails, and the like. What they mean together is in docs/security.md. */
import type { LimitRule } from '../platform/limits/limit.rules.js';

/** Seconds. */
const [minute, hour, day] = [60, 60 * 60, 24 * 60 * 60];

/** Only failures count: whoever knows her password may sign in as often as she likes. */
export const wrongPasswords: readonly LimitRule[] = [
  { name: 'wrong passwords', burst: 10, perSeconds: hour, by: 'account-at-address' },
  { name: 'wrong passwords', burst: 100, perSeconds: hour, by: 'address' },
  { name: 'wrong passwords', burst: 300, perSeconds: hour, by: 'network' },
];

/**
 * From anywhere, since her last sign-in. Then passwords are taken from known places only: NIST 800-63B wants no more
 * than a hundred in a row. One is forgotten a month, so that what is mistyped in a lifetime locks nobody out.
 */
export const failuresInARow: LimitRule = {
  name: 'failures in a row',
  burst: 100,
  perSeconds: 100 * 30 * day,
  by: 'account',
};

/** Only failures count, beside the five that each mailed code takes. */
export const wrongCodes: readonly LimitRule[] = [
  { name: 'wrong codes', burst: 10, perSeconds: hour, by: 'account-at-address' },
  { name: 'wrong codes', burst: 100, perSeconds: hour, by: 'address' },
];

/**
 * From anywhere but where its owner has signed in: mails can be asked for again and again, and each brings tries
 * with it. The link beside the code is good everywhere.
 */
export const wrongCodesAnywhere: LimitRule = {
  name: 'wrong codes',
  burst: 50,
  perSeconds: day,
  by: 'account',
};

/**
 * Only failures count, beside the five that each second step takes. Whoever knows her password could ask for a new
 * step at every fifth: hence also a limit for the account, wherever they come from.
 */
export const wrongSecondFactors: readonly LimitRule[] = [
  { name: 'wrong second factors', burst: 10, perSeconds: hour, by: 'account-at-address' },
  { name: 'wrong second factors', burst: 50, perSeconds: day, by: 'account' },
  { name: 'wrong second factors', burst: 100, perSeconds: hour, by: 'address' },
];

/** Each is a row until it is over. */
export const passkeyChallenges: LimitRule = {
  name: 'passkey challenges',
  burst: 300,
  perSeconds: hour,
  by: 'address',
};

/** Whoever is written to: the same whether her mailbox is known or not. */
export const mailsAskedFor: readonly LimitRule[] = [
  { name: 'mails asked for', burst: 300, perSeconds: hour, by: 'address' },
  { name: 'mails asked for', burst: 1000, perSeconds: hour, by: 'network' },
];

/** The account is the session here. */
export const refreshes: LimitRule = {
  name: 'refreshes',
  burst: 60,
  perSeconds: minute,
  by: 'account',
};

/** Signs of somebody who tries one password on many accounts. What is told of them stops nobody. */
export const spraying = {
  /** Has one account failed here before, this hour? */
  newAccount: {
    name: 'account failed here',
    burst: 1,
    perSeconds: hour,
    by: 'account-at-address',
    isFixed: true,
  },
  accounts: { name: 'accounts failed here', burst: 20, perSeconds: hour, by: 'address' },
  failures: { name: 'failures anywhere', burst: 500, perSeconds: hour, by: 'everybody' },
  /** How often the admins hear of it. */
  told: { name: 'spraying told', burst: 1, perSeconds: hour, by: 'everybody', isFixed: true },
} as const satisfies Record<string, LimitRule>;
