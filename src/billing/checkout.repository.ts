/** Remembers purchases in progress: at most one open a person. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { Checkout } from './checkout.js';

export type CheckoutDraft = Omit<Checkout, 'id' | 'stripeSessionId' | 'url'>;

/** Milliseconds in which a purchase must have got its page. */
const patience = 60 * 60 * 1000;

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
    await this.forgetUnopened(draft.userId);
    await this.database.client.checkout.createMany({
      data: [{ ...draft, createdAt: this.clock.now() }],
      skipDuplicates: true,
    });
    return this.findOpen(draft.userId);
  }

  /** @returns false when the purchase was put aside meanwhile, so that its page must be closed */
  async rememberPage(id: string, page: { sessionId: string; url: string }): Promise<boolean> {
    const { count } = await this.database.client.checkout.updateMany({
      where: { id, status: 'open' },
      data: { stripeSessionId: page.sessionId, url: page.url },
    });
    return count === 1;
  }

  /** Closes a purchase that is still as it was read: one that got its page meanwhile stays, or nobody would close that. */
  async close(
    { id, stripeSessionId }: Pick<Checkout, 'id' | 'stripeSessionId'>,
    status: 'completed' | 'expired',
  ): Promise<void> {
    await this.database.client.checkout.updateMany({
      where: { id, stripeSessionId, status: 'open' },
      data: { status },
    });
  }

  /** A purchase that never got its page, because Stripe was away, makes room: its end would be too near. */
  private async forgetUnopened(userId: string): Promise<void> {
    await this.database.client.checkout.updateMany({
      where: {
        userId,
        status: 'open',
        stripeSessionId: null,
        createdAt: { lt: new Date(this.clock.now().getTime() - patience) },
      },
      data: { status: 'expired' },
    });
  }
}
