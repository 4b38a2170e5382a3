/** What a member has opened by the meter, for staff: the names of the articles, nothing of their texts. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export interface MeteredRead {
  slug: string;
  title: string;
  readAt: Date;
}

/** More than a window holds; whoever had more would see the newest. */
const most = 100;

@Injectable()
export class MemberReads {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async of(userId: string): Promise<MeteredRead[]> {
    const rows = await this.database.client.meterRead.findMany({
      where: { subjectId: userId },
      select: { readAt: true, article: { select: { slug: true, title: true } } },
      orderBy: [{ readAt: 'desc' }, { articleId: 'desc' }],
      take: most,
    });
    return rows.map(({ readAt, article }) => ({ ...article, readAt }));
  }
}
