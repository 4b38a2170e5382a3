/** Remembers the previews that staff have made. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../../platform/database/database.js';
import { Prisma } from '../../platform/database/generated/client.js';
import { notFound } from '../../platform/http/problem.js';
import type { Preview } from './preview.js';

@Injectable()
export class PreviewRepository {
  constructor(private readonly database: Database) {}

  /** @throws Problem 404 where the article was deleted just now */
  async add(preview: Omit<Preview, 'id' | 'revokedAt'>): Promise<Preview> {
    try {
      return await this.database.client.articlePreview.create({ data: { id: uuid(), ...preview } });
    } catch (error) {
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003') {
        throw notFound();
      }
      throw error;
    }
  }

  find(id: string): Promise<Preview | null> {
    return this.database.client.articlePreview.findUnique({ where: { id } });
  }

  /** The newest first. @param beforeId the last one seen */
  list(articleId: string, beforeId: string | null, limit: number): Promise<Preview[]> {
    return this.database.client.articlePreview.findMany({
      where: { articleId, ...(beforeId === null ? {} : { id: { lt: beforeId } }) },
      // Ids are UUIDv7: they rise with the time of making.
      orderBy: { id: 'desc' },
      take: limit,
    });
  }

  /** Twice is once, at the first time. @returns false where the article has no such preview */
  async revoke(articleId: string, id: string, now: Date): Promise<boolean> {
    const { client } = this.database;
    if ((await client.articlePreview.count({ where: { id, articleId } })) === 0) return false;
    await client.articlePreview.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: now },
    });
    return true;
  }
}
