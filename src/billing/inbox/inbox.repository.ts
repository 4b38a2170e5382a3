/** The inbox: every event Stripe sent, once, and what has become of it. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { IncomingEvent } from '../stripe/stripe-signature.js';

@Injectable()
export class InboxRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns false when the event is here already and was answered */
  async receive(event: IncomingEvent, status: 'received' | 'ignored'): Promise<boolean> {
    const { count } = await this.database.client.webhookEvent.createMany({
      data: [
        {
          stripeEventId: event.id,
          type: event.type,
          stripeCustomerId: event.stripeCustomerId,
          payload: event.payload,
          status,
          receivedAt: this.clock.now(),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 1) return true;
    // Sent again although it was never answered: its job has given up, and gets another chance.
    const waiting = await this.database.client.webhookEvent.count({
      where: { stripeEventId: event.id, status: { in: ['received', 'failed'] } },
    });
    return waiting === 1;
  }

  /** Events of a customer that no sync has answered yet. */
  async waitingOf(stripeCustomerId: string): Promise<string[]> {
    const rows = await this.database.client.webhookEvent.findMany({
      where: { stripeCustomerId, status: { in: ['received', 'failed'] } },
      select: { stripeEventId: true },
    });
    return rows.map(({ stripeEventId }) => stripeEventId);
  }

  async close(stripeEventIds: readonly string[], status: 'processed' | 'ignored'): Promise<void> {
    if (stripeEventIds.length === 0) return;
    await this.database.client.webhookEvent.updateMany({
      where: { stripeEventId: { in: [...stripeEventIds] } },
      data: { status, processedAt: this.clock.now(), lastError: null },
    });
  }

  async markFailed(stripeCustomerId: string, why: string): Promise<void> {
    await this.database.client.webhookEvent.updateMany({
      where: { stripeCustomerId, status: { in: ['received', 'failed'] } },
      data: { status: 'failed', attempts: { increment: 1 }, lastError: why.slice(0, 500) },
    });
  }
}
