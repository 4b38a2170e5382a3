/** Looks back at the versions of an article's words; the gated text is in them, so that only the desk may. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Revision, WholeRevision } from './revision.js';

const columns = {
  number: true,
  title: true,
  words: true,
  editorId: true,
  createdAt: true,
  currentOf: { select: { id: true } },
} as const;

@Injectable()
export class RevisionRepository {
  constructor(private readonly database: Database) {}

  /** The newest first. @param before the number of the last one seen */
  async list(articleId: string, before: number | null, limit: number): Promise<Revision[]> {
    const rows = await this.database.client.articleText.findMany({
      where: { articleId, ...(before === null ? {} : { number: { lt: before } }) },
      orderBy: { number: 'desc' },
      take: limit,
      select: columns,
    });
    return rows.map(({ currentOf, ...row }) => ({ ...row, current: currentOf !== null }));
  }

  async find(articleId: string, number: number): Promise<WholeRevision | null> {
    const row = await this.database.client.articleText.findUnique({
      where: { articleId_number: { articleId, number } },
      select: { ...columns, standfirst: true, bodyHtml: true },
    });
    if (row === null) return null;
    const { currentOf, ...rest } = row;
    return { ...rest, current: currentOf !== null };
  }
}
