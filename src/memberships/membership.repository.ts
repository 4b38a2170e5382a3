/** Remembers memberships, and which one of each person is of record. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { Membership, MembershipDraft } from './membership.js';

/** Asked whenever a reader opens what is for members, hence prepared, on the pool that Prisma stands on. */
const ofRecord = {
  name: 'membership of record',
  text: `
    select id, "userId", "planId", "priceId", status, seats, "trialEndsAt", "currentPeriodEnd",
      "cancelsAt", "pastDueSince", "startedAt", "endedAt"
    from memberships where "userId" = $1 and "ofRecord"`,
};

@Injectable()
export class MembershipRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async findOfRecord(userId: string): Promise<Membership | null> {
    const { rows } = await this.database.pool.query<Membership>({ ...ofRecord, values: [userId] });
    return rows[0] ?? null;
  }

  listOf(userId: string): Promise<Membership[]> {
    return this.database.client.membership.findMany({ where: { userId } });
  }

  /** @param id the membership to rewrite, or null for a new one */
  save(id: string | null, draft: MembershipDraft): Promise<Membership> {
    const data = { ...draft, updatedAt: this.clock.now() };
    return id === null
      ? this.database.client.membership.create({ data })
      : this.database.client.membership.update({ where: { id }, data });
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
