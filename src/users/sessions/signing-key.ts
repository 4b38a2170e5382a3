/** Finds the key that an access token was signed with, where JWT_SECRET_PREVIOUS names older secrets. */
import { type KeyObject, createHmac, timingSafeEqual } from 'node:crypto';
import type { SecretOrKeyProvider } from 'passport-jwt';
import type { KeyRing } from '../key-ring.js';

/** With one secret nothing is looked for, so that a request costs no more than it did. */
export function signingKeyAmong(keys: KeyRing): SecretOrKeyProvider {
  const [current, ...older] = keys;
  return (_request: unknown, token: unknown, done) =>
    done(null, asTyped(older.length === 0 ? current : signerOf(String(token), keys)));
}

/** The current key where none fits: jsonwebtoken then says what is wrong with the token. */
function signerOf(token: string, keys: KeyRing): KeyObject {
  const cut = token.lastIndexOf('.');
  const given = Buffer.from(token.slice(cut + 1), 'base64url');
  const fits = (key: KeyObject): boolean => {
    const right = createHmac('sha256', key).update(token.slice(0, cut)).digest();
    return right.length === given.length && timingSafeEqual(right, given);
  };
  return keys.find(fits) ?? keys[0];
}

/** The types do not know the KeyObject that jsonwebtoken takes. */
const asTyped = (key: KeyObject): Buffer => key as unknown as Buffer;
