/** Remembers what members have given. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import type { Gift } from './gift.js';

/** Where a list of gifts goes on: after the one with this key. */
export interface GiftCursor {
  createdAt: Date;
  id: string;
}

export interface NewGift {
  articleId: string;
  giverId: string;
  openings: number;
  createdAt: Date;
  expiresAt: Date;
}

const told = {
  include: {
    article: { select: { slug: true, title: true } },
    _count: { select: { openedBy: true } },
  },
} as const;

@Injectable()
export class GiftRepository {
  constructor(private readonly database: Database) {}

  /** Does the work in a transaction, while the same person gives nothing beside it. */
  oneAtATime<T>(giverId: string, work: () => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      await this.database.client.$queryRaw`
        select 1 from pg_advisory_xact_lock(hashtextextended('gifts of ' || ${giverId}, 0))`;
      return work();
    });
  }

  countSince(giverId: string, since: Date): Promise<number> {
    return this.database.client.gift.count({ where: { giverId, createdAt: { gte: since } } });
  }

  /** Her newest gift of this article that is neither over nor taken back. */
  async newestOf(giverId: string, articleId: string, now: Date): Promise<Gift | null> {
    const row = await this.database.client.gift.findFirst({
      where: { giverId, articleId, revokedAt: null, expiresAt: { gt: now } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      ...told,
    });
    return row && toGift(row);
  }

  async add(gift: NewGift): Promise<Gift> {
    return toGift(
      await this.database.client.gift.create({ data: { id: uuid(), ...gift }, ...told }),
    );
  }

  /** The newest first. */
  async list(giverId: string, after: GiftCursor | null, limit: number): Promise<Gift[]> {
    const rows = await this.database.client.gift.findMany({
      where: { AND: [{ giverId }, ...position(after)] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit,
      ...told,
    });
    return rows.map(toGift);
  }

  /** Twice is once, at the first time. @returns false where she has given no such thing */
  async revoke(giverId: string, id: string, now: Date): Promise<boolean> {
    const { client } = this.database;
    if ((await client.gift.count({ where: { id, giverId } })) === 0) return false;
    await client.gift.updateMany({
      where: { id, giverId, revokedAt: null },
      data: { revokedAt: now },
    });
    return true;
  }

  async forget(giverId: string): Promise<void> {
    await this.database.client.gift.deleteMany({ where: { giverId } });
  }
}

function position(after: GiftCursor | null): Prisma.GiftWhereInput[] {
  if (after === null) return [];
  const { createdAt, id } = after;
  return [{ OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] }];
}

interface Row extends Omit<Gift, 'slug' | 'title' | 'opened'> {
  article: { slug: string; title: string };
  _count: { openedBy: number };
}

function toGift({ id, article, _count, ...row }: Row): Gift {
  const { createdAt, expiresAt, openings, revokedAt } = row;
  return { id, ...article, createdAt, expiresAt, openings, opened: _count.openedBy, revokedAt };
}
