/** Writes down who did what, in the transaction that does it. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { originOfRequest } from '../http/request-origin.js';
import { type AuditDetail, type Change, changeBetween } from './change.rules.js';

export interface Deed {
  /** The account that acted; null for Broadsheet itself. */
  actorId: string | null;
  /** What was done, like `member.refunded`. */
  action: string;
  /** What it was done to, like `member`, and its id. */
  subject: { kind: string; id: string };
  detail?: AuditDetail;
  /** The fields that differ, as they were and as they are: nothing secret, nothing personal of a reader. */
  change?: Change | undefined;
}

/** A deed that is seen by what it leaves changed. */
export interface ChangingDeed extends Omit<Deed, 'change'> {
  /** The fields that are kept, as they are now; null while it is not there. */
  look: () => Promise<AuditDetail | null>;
}

@Injectable()
export class Audit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** For what may be told twice: the same deed, detail and all, is written down once, whoever told it. */
  recordOnce(deed: Deed): Promise<void> {
    const { action, subject, detail = {} } = deed;
    return this.database.transaction(async () => {
      const { client } = this.database;
      const name = `deed ${action} ${subject.id} ${JSON.stringify(detail)}`;
      await client.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
      const where = { action, subject: subject.kind, subjectId: subject.id };
      const known = await client.auditEntry.count({
        where: { ...where, detail: { equals: detail } },
      });
      if (known === 0) await this.record(deed);
    });
  }

  /** Does the work between two looks. Deeds to the same thing queue, so that nobody gets another's change. */
  recordChange<T>({ look, ...deed }: ChangingDeed, work: () => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      const name = `deeds to ${deed.subject.kind} ${deed.subject.id}`;
      const { client } = this.database;
      await client.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
      const before = await look();
      const result = await work();
      await this.record({ ...deed, change: changeBetween(before, await look()) });
      return result;
    });
  }

  async record({ actorId, action, subject, detail = {}, change }: Deed): Promise<void> {
    await this.database.client.auditEntry.create({
      data: {
        at: this.clock.now(),
        actorId,
        action,
        subject: subject.kind,
        subjectId: subject.id,
        detail,
        ...change,
        address: isHerOwnAffair(actorId, subject) ? null : originOfRequest(),
      },
    });
  }
}

/** The audit forgets nothing: what somebody does to her own account is kept without where she was. */
const isHerOwnAffair = (actorId: string | null, { kind, id }: Deed['subject']): boolean =>
  kind === 'member' && id === actorId;
