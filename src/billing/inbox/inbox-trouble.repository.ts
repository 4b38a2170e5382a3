/** Remembers how often an event failed, and which were given up. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Whose events, or which one. */
export type TroubledEvents = { stripeCustomerId: string } | { stripeEventId: string };

export interface GivenUp {
  stripeEventId: string;
  type: string;
}

@Injectable()
export class InboxTroubleRepository {
  constructor(private readonly database: Database) {}

  async markFailed(which: TroubledEvents, why: string): Promise<void> {
    await this.database.client.webhookEvent.updateMany({
      where: { ...which, status: { in: ['received', 'failed'] } },
      data: { status: 'failed', lastError: why },
    });
  }

  /**
   * The failure is one of the few that an event is allowed.
   * @param whose all that waited for this try, or only those for which it was the first
   */
  async countAttempt(which: TroubledEvents, whose: 'all' | 'new'): Promise<void> {
    await this.database.client.webhookEvent.updateMany({
      where: { ...which, status: 'failed', ...(whose === 'new' ? { attempts: 0 } : {}) },
      data: { attempts: { increment: 1 } },
    });
  }

  /** Those that have failed so often are not tried again by themselves. */
  async quarantine(which: TroubledEvents, attempts: number): Promise<GivenUp[]> {
    return this.database.client.webhookEvent.updateManyAndReturn({
      where: { ...which, status: 'failed', attempts: { gte: attempts } },
      data: { status: 'quarantined' },
      select: { stripeEventId: true, type: true },
    });
  }

  /** How many will be tried again. */
  async countFailed(which: TroubledEvents): Promise<number> {
    return this.database.client.webhookEvent.count({ where: { ...which, status: 'failed' } });
  }
}
