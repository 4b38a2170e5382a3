/** Remembers who has had a trial, by account, by address and by card; kept for ever. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { trialAddress } from './trial.rules.js';

export interface TrialUse {
  userId: string;
  email: string;
  /** Stripe's mark of a card, the same for the same number. */
  cardFingerprint: string | null;
  membershipId: string;
  startedAt: Date;
}

@Injectable()
export class TrialLedger {
  constructor(private readonly database: Database) {}

  async hasHadTrial(person: { userId: string; email: string }): Promise<boolean> {
    const use = await this.database.client.trialUse.findFirst({
      where: {
        OR: [{ userId: person.userId }, { addressHash: trialAddress(person.email) }],
      },
      select: { id: true },
    });
    return use !== null;
  }

  /** Writes a trial down once, however often it is told. */
  async record(use: TrialUse): Promise<void> {
    const { email, membershipId, ...rest } = use;
    await this.database.client.trialUse.upsert({
      where: { membershipId },
      create: { ...rest, membershipId, addressHash: trialAddress(email) },
      update: use.cardFingerprint === null ? {} : { cardFingerprint: use.cardFingerprint },
    });
  }
}
