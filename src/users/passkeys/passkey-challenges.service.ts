/** Gives out what a passkey is to sign, and takes it back once, within five minutes. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import {
  type Challenge,
  type ChallengeKey,
  ChallengeRepository,
} from '../challenges/challenge.repository.js';
import { passkeyChallengeSeconds } from './relying-party.js';

@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly clock: Clock,
    private readonly challenges: ChallengeRepository,
  ) {}

  /** @param userId null where it is not known yet who will sign @returns its name */
  add(
    kind: 'passkey_registration' | 'passkey_sign_in',
    userId: string | null,
    challenge: Uint8Array,
  ): Promise<string> {
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + passkeyChallengeSeconds * 1000);
    const secret = Buffer.from(challenge).toString('base64url');
    return this.challenges.add({ kind, userId, secret, createdAt, expiresAt });
  }

  /** @returns null where it was used before or is too old */
  use(key: ChallengeKey): Promise<Challenge | null> {
    return this.challenges.use(key, this.clock.now());
  }
}
