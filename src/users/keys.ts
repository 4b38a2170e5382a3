/**
 * The keys this room signs with, made once: verifying with a KeyObject takes 24 µs, with the string 764 µs. What an
 * older secret closed is still opened while JWT_SECRET_PREVIOUS names it; everything new is made with JWT_SECRET.
 */
import { type KeyObject, createSecretKey, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import type { KeyRing } from './key-ring.js';
import { KeyedDigest } from './keyed-digest.js';
import { Safe } from './safe.js';
import { Seal } from './seal.js';

@Injectable()
export class Keys {
  readonly accessToken: KeyRing;
  readonly refreshToken: Seal;
  readonly cookie: Seal;
  readonly visitor: Seal;
  readonly gift: Seal;
  readonly preview: Seal;
  readonly proofCode: KeyedDigest;
  readonly registrationSalt: KeyedDigest;
  readonly stranger: KeyedDigest;
  readonly knownPlace: KeyedDigest;
  readonly authenticator: Safe;
  readonly recoveryCode: KeyedDigest;

  constructor({ jwtSecret, jwtSecretPrevious }: Config) {
    const older = jwtSecretPrevious.filter((secret) => secret !== jwtSecret);
    const ring = (make: (secret: Buffer) => KeyObject): KeyRing => [
      make(Buffer.from(jwtSecret)),
      ...older.map((secret) => make(Buffer.from(secret))),
    ];
    // Everything but the JWT's own key is derived, so that no value made for one purpose fits another.
    const derive = (purpose: string): KeyRing =>
      ring((secret) =>
        createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `broadsheet ${purpose}`, 32))),
      );
    this.accessToken = ring((secret) => createSecretKey(secret));
    this.refreshToken = new Seal(derive('refresh token'));
    this.cookie = new Seal(derive('session cookie'));
    this.visitor = new Seal(derive('visitor cookie'));
    this.gift = new Seal(derive('gift link'));
    this.preview = new Seal(derive('preview link'));
    this.proofCode = new KeyedDigest(derive('proof code'));
    this.registrationSalt = new KeyedDigest(derive('registration salt'));
    this.stranger = new KeyedDigest(derive('names of strangers'));
    this.knownPlace = new KeyedDigest(derive('known places'));
    this.authenticator = new Safe(derive('secrets of authenticators'));
    this.recoveryCode = new KeyedDigest(derive('recovery code'));
  }
}
