/** Where a member is signed in, what staff noted about her, and what was done to her. */
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log.repository.js';
import { Clock } from '../../../platform/clock/clock.js';
import {
  AccountFacts,
  type AccountMarks,
  type SignedInDevice,
} from '../../../users/remarks/account-facts.repository.js';
import { type MemberNote, MemberNotes } from '../../../users/remarks/member-notes.repository.js';
import { Actors } from '../../../users/staff/actors.repository.js';
import { type AuditEntryView, actorsOf, presentAudit } from '../../audit/audit-admin.presenter.js';

export interface Traces {
  marks: AccountMarks;
  devices: SignedInDevice[];
  notes: MemberNote[];
  audit: AuditEntryView[];
}

const newest = 100;

@Injectable()
export class MemberTraces {
  constructor(
    private readonly facts: AccountFacts,
    private readonly notes: MemberNotes,
    private readonly log: AuditLog,
    private readonly actors: Actors,
    private readonly clock: Clock,
  ) {}

  async of(userId: string): Promise<Traces> {
    const about = { subject: 'member', subjectId: userId };
    const [marks, devices, notes, audit] = await Promise.all([
      this.facts.marks(userId),
      this.facts.devices(userId, this.clock.now()),
      this.notes.list(userId, null, newest),
      this.log.list(about, { limit: newest }),
    ]);
    const actors = await this.actors.called(actorsOf(audit));
    return { marks, devices, notes, audit: presentAudit(audit, actors).items };
  }
}
