/** The addresses of the pages on signing in and security. */

const security = '/account/security';
const passkeys = `${security}/passkeys`;
const passkey = (id: string) => `${passkeys}/${encodeURIComponent(id)}`;
const sessions = `${security}/sessions`;

export const securityPaths = {
  security,
  /** @param done what the page says has just been done */
  securityAfter: (done: string) => `${security}?done=${encodeURIComponent(done)}`,
  securityPassword: `${security}/password`,
  authenticator: `${security}/authenticator`,
  authenticatorConfirm: `${security}/authenticator/confirm`,
  authenticatorRemove: `${security}/authenticator/remove`,
  recoveryCodes: `${security}/recovery-codes`,
  passkeys,
  passkeyNew: `${passkeys}/new`,
  passkeyOptions: `${passkeys}/options`,
  passkeyRename: (id: string) => `${passkey(id)}/rename`,
  passkeyRemove: (id: string) => `${passkey(id)}/remove`,
  sessionEnd: (id: string) => `${sessions}/${encodeURIComponent(id)}/end`,
  sessionsEndOthers: `${sessions}/end-others`,
  signInPasskey: '/sign-in/passkey',
  proofPasskey: '/account/proof/passkey',
  /** Of the API: what a device is to sign is the same for everybody. */
  passkeyRequest: '/api/v1/auth/passkey/options',
} as const;
