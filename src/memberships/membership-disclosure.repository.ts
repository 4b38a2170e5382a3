/** Reads everything that the memberships' room holds of somebody. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { MembershipsDisclosed } from './membership-disclosure.presenter.js';

@Injectable()
export class MembershipDisclosure {
  constructor(private readonly database: Database) {}

  async of(userId: string): Promise<MembershipsDisclosed> {
    const { client } = this.database;
    const [memberships, trials] = await Promise.all([
      client.membership.findMany({
        where: { userId },
        select: {
          id: true,
          plan: { select: { slug: true } },
          source: true,
          status: true,
          seats: true,
          startedAt: true,
          trialEndsAt: true,
          currentPeriodEnd: true,
          cancelsAt: true,
          pastDueSince: true,
          nextPriceAt: true,
          endedAt: true,
          payUrl: true,
        },
        orderBy: { startedAt: 'asc' },
      }),
      client.trialUse.findMany({
        where: { userId },
        select: {
          startedAt: true,
          isRepeat: true,
          addressHash: true,
          laterAddressHashes: true,
          cardFingerprint: true,
        },
        orderBy: { startedAt: 'asc' },
      }),
    ]);
    return {
      memberships: memberships.map(({ plan, ...held }) => ({ ...held, plan: plan.slug })),
      trials,
    };
  }
}
