/** Remembers memberships, and which one of each person is of record. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { Membership, MembershipDraft } from './membership.js';

/** Asked whenever a reader opens what is for members, hence without Prisma. */
const ofRecord = {
  name: 'membership of record',
  text: `
    select id, "userId", "planId", "priceId", source, status, seats, "trialEndsAt", "currentPeriodEnd",
      "cancelsAt", "pastDueSince", "payUrl", "nextPriceId", "nextPriceAt", "startedAt", "endedAt"
    from memberships where "userId" = $1 and "ofRecord"`,
};

@Injectable()
export class MembershipRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async findOfRecord(userId: string): Promise<Membership | null> {
    const [membership] = await this.database.ask<Membership>(ofRecord, [userId]);
    return membership ?? null;
  }

  /** Others who change her memberships wait for the end of this transaction. */
  async hold(userId: string): Promise<void> {
    await this.database.client.$queryRaw`
      select id from users where id = ${userId}::uuid for no key update`;
  }

  listOf(userId: string): Promise<Membership[]> {
    return this.database.client.membership.findMany({ where: { userId } });
  }

  /** Writes a membership anew, or for the first time. */
  save(id: string, draft: MembershipDraft): Promise<Membership> {
    const data = { ...draft, updatedAt: this.clock.now() };
    return this.database.client.membership.upsert({
      where: { id },
      create: { ...data, id },
      update: data,
    });
  }

  /** Names the one of record; the others step back first, for only one may be at any time. */
  async setOfRecord(userId: string, membershipId: string | null): Promise<void> {
    const { membership } = this.database.client;
    await membership.updateMany({
      where: {
        userId,
        ofRecord: true,
        ...(membershipId === null ? {} : { id: { not: membershipId } }),
      },
      data: { ofRecord: false },
    });
    if (membershipId !== null) {
      await membership.updateMany({
        where: { id: membershipId, ofRecord: false },
        data: { ofRecord: true },
      });
    }
  }
}
