/** Remembers what the admins have been told, by the audit entries of it. */
import { Injectable } from '@nestjs/common';
import type { Deed } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';

@Injectable()
export class AlarmRepository {
  constructor(private readonly database: Database) {}

  /** Alarms of one matter wait for one another until the transaction ends. */
  async queueOn({ action, subject }: Deed): Promise<void> {
    const matter = `${action} ${subject.kind} ${subject.id}`;
    await this.database.client.$queryRaw`
      select 1 from pg_advisory_xact_lock(hashtextextended('alarm ' || ${matter}, 0))`;
  }

  async wasRaisedSince({ action, subject }: Deed, instant: Date): Promise<boolean> {
    const entry = await this.database.client.auditEntry.findFirst({
      where: { action, subject: subject.kind, subjectId: subject.id, at: { gt: instant } },
      select: { id: true },
    });
    return entry !== null;
  }
}
