/** The links to articles-to-be that open nothing any more. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

@Injectable()
export class EndedPreviewRepository {
  constructor(private readonly database: Database) {}

  async forgetBefore(instant: Date): Promise<void> {
    const ended = { lt: instant };
    await this.database.client.articlePreview.deleteMany({
      where: { OR: [{ expiresAt: ended }, { revokedAt: ended }] },
    });
  }
}
