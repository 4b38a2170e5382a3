/** Remembers who has opened a gift; the only place where an opening is spent. */
import { Injectable } from '@nestjs/common';
import type { MembershipInTime } from '../../memberships/standing.rules.js';
import { Database } from '../../platform/database/database.js';

/** A gift before somebody who wants to open it, and what its giver holds. */
export interface GiftAtTheDoor {
  readonly articleId: string;
  readonly openings: number;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly opened: number;
  readonly hasOpened: boolean;
  /** Banned, or her account is deleted. */
  readonly isGiverGone: boolean;
  /** Her membership of record. */
  readonly membership: MembershipInTime | null;
}

type Row = Omit<GiftAtTheDoor, 'membership'> &
  (MembershipInTime | Record<keyof MembershipInTime, null>);

const atTheDoor = {
  name: 'gift at the door',
  text: `
    select g."articleId", g.openings, g."expiresAt", g."revokedAt",
      (select count(*)::int from gift_openings o where o."giftId" = g.id) as opened,
      exists (select 1 from gift_openings o
        where o."giftId" = g.id and o."openerId" = any($2::uuid[])) as "hasOpened",
      u."bannedAt" is not null or u."deletedAt" is not null as "isGiverGone",
      m.status, m."planId", m."startedAt", m."currentPeriodEnd", m."cancelsAt", m."pastDueSince"
    from gifts g
    join users u on u.id = g."giverId"
    left join memberships m on m."userId" = g."giverId" and m."ofRecord"
    where g.id = $1`,
};

@Injectable()
export class GiftOpeningRepository {
  constructor(private readonly database: Database) {}

  /** @param openerIds by which she may have opened it before */
  async find(giftId: string, openerIds: readonly string[]): Promise<GiftAtTheDoor | null> {
    const [row] = await this.database.ask<Row>(atTheDoor, [giftId, openerIds]);
    if (row === undefined) return null;
    return { ...row, membership: row.status === null ? null : row };
  }

  /**
   * Spends one opening, or none for somebody who has opened it before. Parallel openers queue on the gift's
   * row, so that exactly as many get in as it has openings.
   * @returns false when none was left, or the gift is over
   */
  open(giftId: string, openerId: string, now: Date): Promise<boolean> {
    return this.database.transaction(async () => {
      const { client } = this.database;
      // The lock must be held before openings are counted: a statement sees what was committed before it began.
      await client.$queryRaw`select id from gifts where id = ${giftId}::uuid for no key update`;
      const spent = await client.$executeRaw`
        insert into gift_openings ("giftId", "openerId", "openedAt")
        select g.id, ${openerId}::uuid, ${now} from gifts g
        where g.id = ${giftId}::uuid and g."revokedAt" is null and g."expiresAt" > ${now}
          and (select count(*) from gift_openings o where o."giftId" = g.id) < g.openings
        on conflict do nothing`;
      if (spent === 1) return true;
      const where = { giftId, openerId, gift: { revokedAt: null, expiresAt: { gt: now } } };
      return (await client.giftOpening.count({ where })) === 1;
    });
  }

  /** That somebody opened a gift stays counted; who it was is nobody's business once she is gone. */
  async forget(openerId: string): Promise<void> {
    await this.database.client.$executeRaw`
      update gift_openings set "openerId" = gen_random_uuid() where "openerId" = ${openerId}::uuid`;
  }
}
