/** Looks at Stripe again when somebody may have paid there just now, and not more often than is decent. */
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { BillingAccount } from './billing-account.service.js';
import { LastSync } from './last-sync.repository.js';

/** Milliseconds for which a page waits for Stripe's answer; a late one is for the next look. */
const patience = 2_000;

@Injectable()
export class AccountRefresh {
  private readonly logger = new Logger('Refresh');

  constructor(
    private readonly lastSync: LastSync,
    private readonly account: BillingAccount,
    private readonly clock: Clock,
  ) {}

  /**
   * While Stripe cannot be reached, what we know already has to do.
   * @param atMostEvery milliseconds since the last look, before which nothing is asked
   * @returns whether Stripe has answered
   */
  async lookAgain(userId: string, atMostEvery: number): Promise<boolean> {
    const last = await this.lastSync.of(userId);
    if (last === null || this.clock.now().getTime() - last.getTime() < atMostEvery) return false;
    return Promise.race([this.look(userId), pause(patience, false, { ref: false })]);
  }

  private async look(userId: string): Promise<boolean> {
    try {
      await this.account.sync(userId);
      return true;
    } catch (error) {
      // The page is shown all the same, and has perhaps been already.
      this.logger.warn(String(error));
      return false;
    }
  }
}
