/** Reads what `PUT /_sim/secrets` is sent: the new signing secret, and how long the old one signs beside it. */
import { field } from './body.js';

const LONGEST_OVERLAP = 86_400;

export interface SecretRoll {
  secret: string;
  overlapSeconds: number;
}

/** Answers a sentence about what is wrong with it. */
export function readRoll(body: unknown): SecretRoll | string {
  const secret = field(body, 'secret');
  const overlapSeconds = field(body, 'overlapSeconds') ?? LONGEST_OVERLAP;
  if (typeof secret !== 'string' || !/^whsec_\w+$/.test(secret)) {
    return '"secret" is a signing secret like whsec_new.';
  }
  const isUsable =
    typeof overlapSeconds === 'number' &&
    Number.isInteger(overlapSeconds) &&
    overlapSeconds >= 0 &&
    overlapSeconds <= LONGEST_OVERLAP;
  return isUsable
    ? { secret, overlapSeconds }
    : `"overlapSeconds" is a whole number from 0 to ${LONGEST_OVERLAP}.`;
}
