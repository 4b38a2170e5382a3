/** The inbox: every event Stripe sent, once, and what has become of it. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WebhookEventStatus } from '../../platform/database/generated/client.js';
import { type Sql, sql } from '../../platform/database/sql.js';
import { type NewJob, addingJob } from '../../platform/jobs/jobs.js';
import type { IncomingEvent } from '../stripe/incoming-event.js';

/** One that was given up is answered, too, by the next sync that succeeds. */
const unanswered: WebhookEventStatus[] = ['received', 'failed', 'quarantined'];

export interface Arrival {
  /** New, or here already and answered, or here already and still waiting for its answer. */
  found: 'new' | 'answered' | 'waiting';
  /** Whether its job was written down with it. */
  hasJob: boolean;
}

const adding = (job: NewJob | null): Sql =>
  job === null ? sql`null` : sql`(${addingJob(job)}).id::text`;

@Injectable()
export class InboxRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes an event down and, in the same statement, the job that answers it: one way to the database and
   * back, because Stripe waits. One that is here already gets its job again while it waits for an answer.
   * @param job null for an event that there is nothing to do for
   */
  async receive(event: IncomingEvent, job: NewJob | null, wasReplayed: boolean): Promise<Arrival> {
    const status = job === null ? 'ignored' : 'received';
    const rows = await this.database.client.$queryRaw<
      { found: Arrival['found']; job: string | null }[]
    >`
      with arrived as (
        insert into webhook_events
          ("stripeEventId", type, "stripeCustomerId", "wasReplayed", payload, status, "receivedAt")
        values (${event.id}, ${event.type}, ${event.stripeCustomerId}, ${wasReplayed},
          ${JSON.stringify(event.payload)}::jsonb, ${status}::"WebhookEventStatus",
          ${this.clock.now()})
        on conflict do nothing
        returning 'new' as found
      ), known as (
        select found from arrived
        union all
        select case when status in ('processed', 'ignored') then 'answered' else 'waiting' end
        from webhook_events where "stripeEventId" = ${event.id}
      )
      select found, case when found <> 'answered' then ${adding(job)} end as job from known`;
    const [row] = rows;
    // Without a row, the same event comes in at this very moment by another way, which sees to it.
    if (row === undefined) return { found: 'answered', hasJob: false };
    return { found: row.found, hasJob: row.job !== null };
  }

  /** Events of a customer that no sync has answered yet. */
  async waitingOf(stripeCustomerId: string): Promise<string[]> {
    const rows = await this.database.client.webhookEvent.findMany({
      where: { stripeCustomerId, status: { in: unanswered } },
      select: { stripeEventId: true },
    });
    return rows.map(({ stripeEventId }) => stripeEventId);
  }

  /** What an event said; null once it is answered. */
  async payloadOfWaiting(stripeEventId: string): Promise<object | null> {
    const row = await this.database.client.webhookEvent.findFirst({
      where: { stripeEventId, status: { in: unanswered } },
      select: { payload: true },
    });
    return row === null ? null : (row.payload as object);
  }

  /** Writes down whose event it is, once that is known. */
  async assign(stripeEventId: string, stripeCustomerId: string): Promise<void> {
    await this.database.client.webhookEvent.update({
      where: { stripeEventId },
      data: { stripeCustomerId },
    });
  }

  async close(stripeEventIds: readonly string[], status: 'processed' | 'ignored'): Promise<void> {
    if (stripeEventIds.length === 0) return;
    await this.database.client.webhookEvent.updateMany({
      where: { stripeEventId: { in: [...stripeEventIds] } },
      data: { status, processedAt: this.clock.now(), lastError: null },
    });
  }

  /** Forgets some of what was answered before this instant. @returns how many, at most the limit */
  async forgetAnsweredBefore(instant: Date, limit: number): Promise<number> {
    return this.database.client.$executeRaw`
      delete from webhook_events where "stripeEventId" in (
        select "stripeEventId" from webhook_events
        where status in ('processed', 'ignored') and "receivedAt" < ${instant}
        limit ${limit})`;
  }
}
