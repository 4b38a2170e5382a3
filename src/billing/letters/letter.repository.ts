/** Remembers which letters about money were sent, so that each is sent once. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';

export interface UnremindedTrial {
  stripeCustomerId: string;
  startedAt: Date;
  endsAt: Date;
}

@Injectable()
export class LetterRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes down that these letters go out now, in the transaction that hands them to the mailer.
   * @returns the keys of those that had not gone out before
   */
  async claim(userId: string, keys: readonly string[]): Promise<Set<string>> {
    if (keys.length === 0) return new Set();
    const sentAt = this.clock.now();
    const claimed = await this.database.client.billingLetter.createManyAndReturn({
      data: keys.map((key) => ({ key, userId, sentAt })),
      skipDuplicates: true,
      select: { key: true },
    });
    return new Set(claimed.map(({ key }) => key));
  }

  /** Trials that end in this time and of whose end nobody was told. */
  async unremindedTrials(ends: { after: Date; until: Date }): Promise<UnremindedTrial[]> {
    return this.database.client.$queryRaw<UnremindedTrial[]>`
      select s."stripeCustomerId", m."startedAt", m."trialEndsAt" as "endsAt"
      from memberships m join stripe_subscriptions s on s."membershipId" = m.id
      where m.status = 'trialing' and m."cancelsAt" is null
        and m."trialEndsAt" > ${ends.after} and m."trialEndsAt" <= ${ends.until}
        and not exists (
          select from billing_letters l where l.key = 'trial-ending:' || s."stripeSubscriptionId"
            || ':' || extract(epoch from m."trialEndsAt")::bigint
        )`;
  }
}
