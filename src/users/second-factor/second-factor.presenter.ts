/** What a reader is told of her second factor. */
import type { ProposedAuthenticator } from './authenticator-codes.service.js';

export class ProposedAuthenticatorView {
  /** In base 32, to be typed into the app. */
  secret: string;
  /** `otpauth://…`, to be shown to the app as a QR code. */
  uri: string;
}

export class RecoveryCodesView {
  /** Each opens the second step once. They are shown here and never again. */
  recoveryCodes: string[];
}

export class SecondFactorView {
  /** Whether signing in takes a code of her authenticator. */
  authenticator: boolean;
  /** How many recovery codes are unused. */
  recoveryCodesLeft: number;
  passkeys: number;
  /** Whether staff’s doors stay closed to her without a second factor. */
  required: boolean;
  /** When she last showed one in this session; null where one factor was enough. */
  shownAt: string | null;
}

export const presentProposal = ({
  secret,
  uri,
}: ProposedAuthenticator): ProposedAuthenticatorView => ({ secret, uri });

export const presentRecoveryCodes = (recoveryCodes: string[]): RecoveryCodesView => ({
  recoveryCodes,
});
