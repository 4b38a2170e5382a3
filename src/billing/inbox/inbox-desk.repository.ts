/** Reads the inbox for staff: what is in trouble first, then the newest. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Sql, allOf, sql } from '../../platform/database/sql.js';

export const eventStatuses = ['received', 'processed', 'ignored', 'failed', 'quarantined'] as const;

export type EventStatus = (typeof eventStatuses)[number];

export interface ReceivedEvent {
  stripeEventId: string;
  type: string;
  stripeCustomerId: string | null;
  wasReplayed: boolean;
  status: EventStatus;
  attempts: number;
  lastError: string | null;
  receivedAt: Date;
  processedAt: Date | null;
}

export type ReceivedEventWithPayload = ReceivedEvent & { payload: object };

export interface EventFilter {
  status?: EventStatus | undefined;
  type?: string | undefined;
}

/** Where a page ended. */
export interface EventCursor {
  inTrouble: boolean;
  receivedAt: Date;
  stripeEventId: string;
}

const troubled: EventStatus[] = ['failed', 'quarantined'];

export const isInTrouble = ({ status }: { status: EventStatus }): boolean =>
  troubled.includes(status);

const omit = { payload: true } as const;

@Injectable()
export class InboxDeskRepository {
  constructor(private readonly database: Database) {}

  /** @param after the last one seen */
  async list(
    filter: EventFilter,
    after: EventCursor | null,
    limit: number,
  ): Promise<ReceivedEvent[]> {
    const first = after?.inTrouble === false ? [] : await this.section(true, filter, after, limit);
    if (first.length === limit) return first;
    const rest = after?.inTrouble === false ? after : null;
    return [...first, ...(await this.section(false, filter, rest, limit - first.length))];
  }

  async find(stripeEventId: string): Promise<ReceivedEventWithPayload | null> {
    const row = await this.database.client.webhookEvent.findUnique({ where: { stripeEventId } });
    return row === null ? null : { ...row, payload: row.payload as object };
  }

  /** Gives an event all of its tries again. */
  async reopen(stripeEventId: string): Promise<ReceivedEvent> {
    return this.database.client.webhookEvent.update({
      where: { stripeEventId },
      data: { status: 'received', attempts: 0, processedAt: null },
      omit,
    });
  }

  /** Each by an index of its own: most of the inbox is done with, and there are millions of it. */
  private section(
    inTrouble: boolean,
    { status, type }: EventFilter,
    after: EventCursor | null,
    limit: number,
  ): Promise<ReceivedEvent[]> {
    const conditions: Sql[] = [
      inTrouble
        ? sql`status in ('failed', 'quarantined')`
        : sql`status not in ('failed', 'quarantined')`,
      ...(status === undefined ? [] : [sql`status = ${status}::"WebhookEventStatus"`]),
      ...(type === undefined ? [] : [sql`type = ${type}`]),
      ...(after === null ? [] : [comesAfter(after)]),
    ];
    return this.database.client.$queryRaw<ReceivedEvent[]>`
      select "stripeEventId", type, "stripeCustomerId", "wasReplayed", status::text as status,
        attempts, "lastError", "receivedAt", "processedAt"
      from webhook_events where ${allOf(conditions)}
      order by "receivedAt" desc, "stripeEventId" desc limit ${limit}`;
  }
}

const comesAfter = ({ receivedAt, stripeEventId }: EventCursor): Sql =>
  sql`("receivedAt", "stripeEventId") < (${receivedAt}::timestamptz, ${stripeEventId})`;
