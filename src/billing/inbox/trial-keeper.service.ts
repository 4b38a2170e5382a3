/** Writes trials into the ledger, by account, address and card. */
import { Injectable } from '@nestjs/common';
import { TrialLedger } from '../../memberships/trial-ledger.repository.js';
import { ReaderDirectory } from '../../users/reader-directory.service.js';
import type { SubscriptionSnapshot } from '../subscription-snapshot.js';

@Injectable()
export class TrialKeeper {
  constructor(
    private readonly ledger: TrialLedger,
    private readonly accounts: ReaderDirectory,
  ) {}

  async record(
    userId: string,
    membershipId: string,
    subscription: SubscriptionSnapshot,
  ): Promise<void> {
    if (subscription.trialStart === null) return;
    const account = await this.accounts.byId(userId);
    if (account === null) return;
    await this.ledger.record({
      userId,
      email: account.email,
      cardFingerprint: subscription.cardFingerprint,
      membershipId,
      startedAt: subscription.trialStart,
    });
  }
}
