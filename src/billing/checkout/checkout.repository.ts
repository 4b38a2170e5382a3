/** Remembers purchases in progress: at most one open a person, and what was agreed to with each. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import type { Checkout, CheckoutDraft } from './checkout.js';

/** Milliseconds in which a purchase must have got its page. */
const patience = 60 * 60 * 1000;

const withConsent = {
  consent: { select: { termsVersion: true } },
} satisfies Prisma.CheckoutInclude;

type Row = Prisma.CheckoutGetPayload<{ include: typeof withConsent }>;

@Injectable()
export class CheckoutRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  findOpen(userId: string): Promise<Checkout | null> {
    return this.findOne({ userId, status: 'open' });
  }

  findBySession(userId: string, stripeSessionId: string): Promise<Checkout | null> {
    return this.findOne({ userId, stripeSessionId });
  }

  findByKey(userId: string, requestKey: string): Promise<Checkout | null> {
    return this.findOne({ userId, requestKey });
  }

  /** The new row, or the open one when another request was quicker. */
  async openOne({ consent, ...draft }: CheckoutDraft): Promise<Checkout | null> {
    await this.forgetUnopened(draft.userId);
    const now = this.clock.now();
    await this.database.transaction(async () => {
      const [made] = await this.database.client.checkout.createManyAndReturn({
        data: [{ ...draft, createdAt: now }],
        skipDuplicates: true,
        select: { id: true },
      });
      if (made === undefined) return;
      // She may have deleted her account while this was written down.
      const { count: isOver } = await this.database.client.checkout.updateMany({
        where: { id: made.id, user: { deletedAt: { not: null } } },
        data: { status: 'expired' },
      });
      if (isOver === 1 || consent === null) return;
      await this.database.client.consent.create({
        data: { ...consent, userId: draft.userId, checkoutId: made.id, givenAt: now },
      });
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
      // Without a page nothing was answered under its key, which is free again.
      data: { status, ...(stripeSessionId === null ? { requestKey: null } : {}) },
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
      data: { status: 'expired', requestKey: null },
    });
  }

  private async findOne(where: Prisma.CheckoutWhereInput): Promise<Checkout | null> {
    const row = await this.database.client.checkout.findFirst({ where, include: withConsent });
    return row === null ? null : checkoutFrom(row);
  }
}

function checkoutFrom({ consent, ...row }: Row): Checkout {
  return { ...row, termsVersion: consent?.termsVersion ?? null };
}
