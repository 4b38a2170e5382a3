/** Tells the admins what is wrong with Stripe's events, by mail and audit, and not again and again. */
import { Injectable } from '@nestjs/common';
import { Audit, type Deed } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { LetterLine } from '../../platform/mail/letter.js';
import { StaffPost } from '../../users/staff/staff-post.service.js';
import { AlarmRepository } from './alarm.repository.js';

export interface Warning {
  /** The matter is the same where action and subject are. */
  deed: Deed;
  /** Seconds in which the same matter is not told again. */
  quietSeconds: number;
  letter: { subject: string; lines: readonly LetterLine[] };
}

@Injectable()
export class Alarm {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly raised: AlarmRepository,
    private readonly audit: Audit,
    private readonly post: StaffPost,
  ) {}

  async raise({ deed, quietSeconds, letter }: Warning): Promise<void> {
    const since = this.clock.now().getTime() - quietSeconds * 1000;
    await this.database.transaction(async () => {
      await this.raised.queueOn(deed);
      if (await this.raised.wasRaisedSince(deed, new Date(since))) return;
      await this.audit.record(deed);
      await this.post.tellAdmins(letter.subject, letter.lines);
    });
  }
}
