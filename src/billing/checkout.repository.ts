/** Remembers purchases in progress: at most one open a person. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { Checkout } from './checkout.js';

export type CheckoutDraft = Omit<Checkout, 'id' | 'stripeSessionId' | 'url'>;

@Injectable()
export class CheckoutRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  findOpen(userId: string): Promise<Checkout | null> {
    return this.database.client.checkout.findFirst({ where: { userId, status: 'open' } });
  }

  findBySession(userId: string, stripeSessionId: string): Promise<Checkout | null> {
    return this.database.client.checkout.findFirst({ where: { userId, stripeSessionId } });
  }

  /** The new row, or the open one when another request was quicker. */
  async openOne(draft: CheckoutDraft): Promise<Checkout | null> {
    await this.database.client.checkout.createMany({
      data: [{ ...draft, createdAt: this.clock.now() }],
      skipDuplicates: true,
    });
    return this.findOpen(draft.userId);
  }

  async rememberPage(id: string, page: { sessionId: string; url: string }): Promise<void> {
    await this.database.client.checkout.update({
      where: { id },
      data: { stripeSessionId: page.sessionId, url: page.url },
    });
  }

  async close(id: string, status: 'completed' | 'expired'): Promise<void> {
    await this.database.client.checkout.updateMany({
      where: { id, status: 'open' },
      data: { status },
    });
  }
}
