/**
 * Reads what a browser's `navigator.credentials` hands over. Browsers add members as they learn; only those that
 * are needed are looked at, each with its form, and nothing else goes any further.
 */

/** A new credential, as `PublicKeyCredential.toJSON()` writes it. */
export interface Attestation {
  id: string;
  rawId: string;
  type: 'public-key';
  clientExtensionResults: Record<string, never>;
  response: { clientDataJSON: string; attestationObject: string; transports: string[] };
}

/** A signature made with a credential, written likewise. */
export interface Assertion {
  id: string;
  rawId: string;
  type: 'public-key';
  clientExtensionResults: Record<string, never>;
  response: {
    clientDataJSON: string;
    authenticatorData: string;
    signature: string;
    userHandle: string;
  };
}

/** Longest texts: 1023 bytes of an id, and more than any authenticator sends of the rest. */
const longest = { id: 1364, part: 16_384, transport: 32 };
const mostTransports = 10;

/** @returns null for what is no credential that could be kept */
export function readAttestation(sent: unknown): Attestation | null {
  const credential = readCredential(sent);
  if (credential === null) return null;
  const { response, ...head } = credential;
  const { clientDataJSON, attestationObject, transports = [] } = response;
  if (!isPart(clientDataJSON) || !isPart(attestationObject) || !areTransports(transports)) {
    return null;
  }
  return { ...head, response: { clientDataJSON, attestationObject, transports } };
}

/** @returns null for what is no signature, or names nobody: a passkey knows whose it is */
export function readAssertion(sent: unknown): Assertion | null {
  const credential = readCredential(sent);
  if (credential === null) return null;
  const { response, ...head } = credential;
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  if (!isPart(clientDataJSON) || !isPart(authenticatorData) || !isPart(signature)) return null;
  if (!isPart(userHandle)) return null;
  return { ...head, response: { clientDataJSON, authenticatorData, signature, userHandle } };
}

function readCredential(sent: unknown) {
  if (!isObject(sent)) return null;
  const { id, rawId, type, response } = sent;
  if (!isPart(id) || id.length > longest.id || rawId !== id || type !== 'public-key') return null;
  if (!isObject(response)) return null;
  return { id, rawId: id, type, clientExtensionResults: {}, response } as const;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPart = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longest.part && /^[\w-]+$/.test(value);

const areTransports = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length <= mostTransports &&
  value.every((each) => isPart(each) && each.length <= longest.transport);
