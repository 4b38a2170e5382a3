/** Writes trials into the ledger, by account, address and card. */
import { Injectable } from '@nestjs/common';
import { TrialLedger } from '../../memberships/trial-ledger.repository.js';
import { ReaderDirectory } from '../../users/reader-directory.service.js';
import type { SubscriptionSnapshot } from './subscription-snapshot.js';

@Injectable()
export class TrialKeeper {
  constructor(
    private readonly ledger: TrialLedger,
    private readonly accounts: ReaderDirectory,
  ) {}

  /** @returns true for the trial of somebody who has had one before */
  async record(
    userId: string,
    membershipId: string,
    { trialStart, status, cardFingerprint }: SubscriptionSnapshot,
  ): Promise<boolean> {
    if (trialStart === null) return false;
    const account = await this.accounts.byId(userId);
    if (account === null) return false;
    return this.ledger.record({
      userId,
      email: account.email,
      cardFingerprint,
      membershipId,
      startedAt: trialStart,
      isRunning: status === 'trialing',
    });
  }
}
