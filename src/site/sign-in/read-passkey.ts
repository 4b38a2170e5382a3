/** Reads what a browser's script puts into a form: the credential that a device made or signed with, as JSON. */
import { isUUID } from 'class-validator';
import {
  type Assertion,
  type Attestation,
  readAssertion,
  readAttestation,
} from '../../users/passkeys/credential-json.rules.js';
import { fieldOf } from '../read-form.js';

export interface SignedChallenge {
  /** The name of what was to be signed. */
  challenge: string;
  assertion: Assertion;
}

/** @returns null for what no script of ours sends */
export function readSignedChallenge(form: unknown): SignedChallenge | null {
  const challenge = fieldOf(form, 'challenge');
  const assertion = readAssertion(credentialIn(form));
  return assertion !== null && isUUID(challenge)
    ? { challenge: String(challenge), assertion }
    : null;
}

/** @returns null likewise */
export function readNewCredential(form: unknown): Attestation | null {
  return readAttestation(credentialIn(form));
}

function credentialIn(form: unknown): unknown {
  try {
    return JSON.parse(fieldOf(form, 'credential') ?? '');
  } catch {
    return null;
  }
}
