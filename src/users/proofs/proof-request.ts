/** Makes what ties a code to whoever asked for its mail: 256 random bits, handed out for known and unknown addresses alike. */
import { randomBytes } from 'node:crypto';

export function newProofRequest(): string {
  return randomBytes(32).toString('base64url');
}
