/** Remembers memberships, and which one of each person is of record. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { DatesOf } from '../platform/database/row-in-json.js';
import type { Membership, MembershipDraft } from './membership.js';

/** Of `memberships m`, as a `Membership` has them. */
export const membershipColumns = `
  m.id, m."userId", m."planId", m."priceId", m.source, m.status, m.seats, m."trialEndsAt",
  m."currentPeriodEnd", m."cancelsAt", m."pastDueSince", m."payUrl", m."nextPriceId", m."nextPriceAt",
  m."startedAt", m."endedAt"`;

/** Those among them that hold an instant. */
export const datesOfMembership = [
  'trialEndsAt',
  'currentPeriodEnd',
  'cancelsAt',
  'pastDueSince',
  'nextPriceAt',
  'startedAt',
  'endedAt',
] as const satisfies DatesOf<Membership>[];

const ofRecord = {
  name: 'membership of record',
  text: `select ${membershipColumns} from memberships m where m."userId" = $1 and m."ofRecord"`,
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

  /** First memberships, of people who have held none before. */
  async insertOfRecord(drafts: readonly MembershipDraft[]): Promise<void> {
    const updatedAt = this.clock.now();
    await this.database.client.membership.createMany({
      data: drafts.map((draft) => ({ ...draft, ofRecord: true, updatedAt })),
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
