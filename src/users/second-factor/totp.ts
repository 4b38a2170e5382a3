/** Six digits that an authenticator app makes of a secret and the time, as RFC 6238 says. */
import { Secret, TOTP } from 'otpauth';

/** What every app can do; some silently take no other. */
const manner = { algorithm: 'SHA1', digits: 6, period: 30 };

/** RFC 4226 asks for as many bytes as the hash has. */
export const secretLength = 20;

const keyOf = (secret: Uint8Array): Secret =>
  new Secret({ buffer: Uint8Array.from(secret).buffer });

/** How the secret is typed into an app that has no camera. */
export const inBase32 = (secret: Uint8Array): string => keyOf(secret).base32;

/** What a QR code for the app holds: the secret, whose it is, and by whose name the app lists it. */
export const uriOf = (secret: Uint8Array, email: string, issuer: string): string =>
  new TOTP({ ...manner, issuer, label: email, secret: keyOf(secret) }).toString();

/**
 * Clocks differ, and people type slowly: the steps before and after count, too.
 * @returns the time step that the code belongs to, or null when it belongs to none
 */
export function stepOf(code: string, secret: Uint8Array, now: Date): number | null {
  const timestamp = now.getTime();
  const { algorithm, digits, period } = manner;
  const delta = TOTP.validate({
    token: code,
    secret: keyOf(secret),
    algorithm,
    digits,
    period,
    timestamp,
    window: 1,
  });
  return delta === null ? null : TOTP.counter({ period, timestamp }) + delta;
}
