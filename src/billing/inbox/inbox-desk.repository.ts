/** Reads the inbox for staff: what is in trouble first, then the newest. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';

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

  private section(
    inTrouble: boolean,
    { status, type }: EventFilter,
    after: EventCursor | null,
    take: number,
  ): Promise<ReceivedEvent[]> {
    const conditions: Prisma.WebhookEventWhereInput[] = [
      { status: inTrouble ? { in: troubled } : { notIn: troubled } },
      status === undefined ? {} : { status },
      type === undefined ? {} : { type },
      after === null ? {} : position(after),
    ];
    return this.database.client.webhookEvent.findMany({
      where: { AND: conditions },
      orderBy: [{ receivedAt: 'desc' }, { stripeEventId: 'desc' }],
      take,
      omit,
    });
  }
}

function position({ receivedAt, stripeEventId }: EventCursor): Prisma.WebhookEventWhereInput {
  return {
    OR: [{ receivedAt: { lt: receivedAt } }, { receivedAt, stripeEventId: { lt: stripeEventId } }],
  };
}
