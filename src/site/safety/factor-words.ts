/** Turns what the users room refuses around second factors and passkeys into sentences. */
import { Problem } from '../../platform/http/problem.js';
import type { Words } from '../../words/words.js';

export interface FactorRefusal {
  problem: string;
  status: number;
}

/** Why a factor stays as it is, and with which status; null for a fault that is not hers to mend. */
export function factorRefusal(
  { security: { problems } }: Words,
  error: unknown,
): FactorRefusal | null {
  if (!(error instanceof Problem)) return null;
  const { status } = error;
  switch (error.code) {
    case 'auth/second-factor-missing':
      return { problem: problems.needsSecond, status };
    case 'auth/last-second-factor':
      return { problem: problems.lastFactor, status };
    case 'auth/too-many-passkeys':
      return { problem: problems.tooManyPasskeys, status };
    case 'auth/passkey-known':
      return { problem: problems.passkeyKnown, status };
    case 'auth/unacceptable-passkey':
      return { problem: problems.passkeyRefused, status };
    case 'auth/invalid-code':
      return { problem: problems.authenticatorCode, status };
    default:
      return null;
  }
}
