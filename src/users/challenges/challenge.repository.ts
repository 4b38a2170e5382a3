/** Remembers what was asked and waits for one answer, within minutes. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../../platform/database/database.js';

export type ChallengeKind = 'second_factor' | 'passkey_registration' | 'passkey_sign_in';

export interface NewChallenge {
  kind: ChallengeKind;
  /** null where it is not known yet who answers */
  userId: string | null;
  secret: string;
  createdAt: Date;
  expiresAt: Date;
}

/** Which one is meant. */
export interface ChallengeKey {
  kind: ChallengeKind;
  id?: string;
  userId?: string;
  secret?: string;
}

export interface Challenge {
  id: string;
  userId: string | null;
  secret: string;
}

@Injectable()
export class ChallengeRepository {
  constructor(private readonly database: Database) {}

  async add(challenge: NewChallenge): Promise<string> {
    const id = uuid();
    await this.database.client.challenge.create({ data: { id, ...challenge } });
    return id;
  }

  /** @returns the one that is used up by this, or null: of two requests at once, one gets it */
  async use(key: ChallengeKey, now: Date): Promise<Challenge | null> {
    const [used] = await this.database.client.challenge.updateManyAndReturn({
      where: { ...key, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    return used ?? null;
  }

  /** Spends one attempt; until the transaction ends, nobody else spends the next. @returns null where none is left */
  async spendAttempt(key: ChallengeKey, most: number, now: Date): Promise<Challenge | null> {
    const [tried] = await this.database.client.challenge.updateManyAndReturn({
      where: { ...key, usedAt: null, expiresAt: { gt: now }, attempts: { lt: most } },
      data: { attempts: { increment: 1 } },
    });
    return tried ?? null;
  }

  /** Makes worthless whatever waits for an answer of hers. */
  async retire(userId: string, now: Date): Promise<void> {
    await this.database.client.challenge.updateMany({
      where: { userId, usedAt: null },
      data: { usedAt: now },
    });
  }
}
