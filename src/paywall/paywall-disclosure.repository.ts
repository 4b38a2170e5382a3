/** Reads everything that the paywall holds of somebody: what she read, gave and was given. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { PaywallDisclosed } from './paywall-disclosure.presenter.js';

const itsSlug = { article: { select: { slug: true } } } as const;

@Injectable()
export class PaywallDisclosure {
  constructor(private readonly database: Database) {}

  async of(userId: string): Promise<PaywallDisclosed> {
    const { client } = this.database;
    const [subjects, reads, given, opened] = await Promise.all([
      client.meterSubject.aggregate({ where: { userId }, _max: { seenAt: true } }),
      client.meterRead.findMany({
        where: { subject: { userId } },
        select: { ...itsSlug, readAt: true },
        orderBy: { readAt: 'asc' },
      }),
      client.gift.findMany({
        where: { giverId: userId },
        include: { ...itsSlug, _count: { select: { openedBy: true } } },
        orderBy: { createdAt: 'asc' },
      }),
      client.giftOpening.findMany({
        where: { openerId: userId },
        select: { openedAt: true, gift: { select: itsSlug } },
        orderBy: { openedAt: 'asc' },
      }),
    ]);
    return {
      meterReads: reads.map(({ article, readAt }) => ({ article: article.slug, readAt })),
      meterSeenAt: subjects._max.seenAt,
      giftsGiven: given.map(({ article, openings, createdAt, expiresAt, revokedAt, _count }) => ({
        article: article.slug,
        openings,
        opened: _count.openedBy,
        createdAt,
        expiresAt,
        revokedAt,
      })),
      giftsOpened: opened.map(({ gift, openedAt }) => ({ article: gift.article.slug, openedAt })),
    };
  }
}
