/** Makes what ties a code to whoever asked for its mail: 256 random bits, handed out for known and unknown addresses alike. */
import { createHash, randomBytes } from 'node:crypto';

export function newProofRequest(): string {
  return randomBytes(32).toString('base64url');
}

/** 256 random bits need no key. */
export function digest(random: string): string {
  return createHash('sha256').update(random).digest('base64url');
}

/** Whether a proof comes back from where it was asked for: a link opens elsewhere, too. */
export function isAskedWith(
  { requestHash }: { requestHash: string | null },
  request: string | undefined,
): boolean {
  return request !== undefined && requestHash === digest(request);
}
