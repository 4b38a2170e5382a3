/** The sessions that are over, whosever they were. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

@Injectable()
export class EndedSessionRepository {
  constructor(private readonly database: Database) {}

  async forgetBefore(instant: Date): Promise<void> {
    const over = { lt: instant };
    await this.database.client.session.deleteMany({
      where: { OR: [{ endedAt: over }, { expiresAt: over }] },
    });
  }
}
