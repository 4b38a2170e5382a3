/** Keeps a secret so that the database holds only what our key opens: AES-256-GCM. */
import { type KeyObject, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.js';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

export class Safe {
  constructor(private readonly keys: KeyRing) {}

  /**
   * @param owner whose secret it is: what was locked for one does not open for another
   * @returns the IV, the tag and the encrypted secret, one after the other
   */
  lock(secret: Uint8Array, owner: string): Buffer<ArrayBuffer> {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv(algorithm, this.keys[0], iv, { authTagLength: tagLength });
    cipher.setAAD(Buffer.from(owner));
    const locked = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), locked]);
  }

  /** @returns null for what was locked for another owner, or with a key that is not known any more */
  open(locked: Uint8Array, owner: string): Buffer | null {
    for (const key of this.keys) {
      const secret = openWith(key, locked, owner);
      if (secret !== null) return secret;
    }
    return null;
  }

  /** @returns the same secret under today's key; null where it is under that already, or opens with none */
  lockAnew(locked: Uint8Array, owner: string): Buffer<ArrayBuffer> | null {
    if (openWith(this.keys[0], locked, owner) !== null) return null;
    const secret = this.open(locked, owner);
    return secret === null ? null : this.lock(secret, owner);
  }
}

function openWith(key: KeyObject, locked: Uint8Array, owner: string): Buffer | null {
  const iv = locked.subarray(0, ivLength);
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(locked.subarray(ivLength, ivLength + tagLength));
  const secret = decipher.update(locked.subarray(ivLength + tagLength));
  try {
    return Buffer.concat([secret, decipher.final()]);
  } catch {
    // Node says by an exception that the tag does not fit.
    return null;
  }
}
