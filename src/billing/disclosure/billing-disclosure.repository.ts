/** Reads everything that billing holds of somebody. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { BillingDisclosed } from './billing-disclosure.presenter.js';

@Injectable()
export class BillingDisclosure {
  constructor(private readonly database: Database) {}

  async of(userId: string): Promise<BillingDisclosed> {
    const customers = await this.database.client.stripeCustomer.findMany({
      where: { userId },
      select: { stripeCustomerId: true, createdAt: true, syncedAt: true, deletedAt: true },
      orderBy: { createdAt: 'asc' },
    });
    const ids = customers.map(({ stripeCustomerId }) => stripeCustomerId);
    const [atStripe, purchases, money] = await Promise.all([
      this.atStripe(ids),
      this.purchases(userId),
      this.money(userId),
    ]);
    return { customers, ...atStripe, ...purchases, ...money };
  }

  private async atStripe(
    customers: string[],
  ): Promise<Pick<BillingDisclosed, 'subscriptions' | 'events'>> {
    const { client } = this.database;
    const where = { stripeCustomerId: { in: customers } };
    const [subscriptions, events] = await Promise.all([
      client.stripeSubscription.findMany({
        where,
        select: { stripeSubscriptionId: true, createdAt: true },
        orderBy: { createdAt: 'asc' },
      }),
      client.webhookEvent.findMany({
        where,
        select: { stripeEventId: true, type: true, receivedAt: true },
        orderBy: { receivedAt: 'asc' },
      }),
    ]);
    return { subscriptions, events };
  }

  private async purchases(
    userId: string,
  ): Promise<Pick<BillingDisclosed, 'checkouts' | 'consents' | 'letters'>> {
    const { client } = this.database;
    const [checkouts, consents, letters] = await Promise.all([
      client.checkout.findMany({
        where: { userId },
        select: {
          id: true,
          status: true,
          stripeSessionId: true,
          url: true,
          promotionCode: true,
          requestKey: true,
          seats: true,
          trialDays: true,
          createdAt: true,
          expiresAt: true,
          article: { select: { slug: true } },
        },
        orderBy: { createdAt: 'asc' },
      }),
      client.consent.findMany({
        where: { userId },
        select: {
          termsVersion: true,
          termsUrl: true,
          amount: true,
          currency: true,
          interval: true,
          trialDays: true,
          givenAt: true,
        },
        orderBy: { givenAt: 'asc' },
      }),
      client.billingLetter.findMany({
        where: { userId },
        select: { key: true, sentAt: true },
        orderBy: { sentAt: 'asc' },
      }),
    ]);
    return { checkouts: checkouts.map(withOrigin), consents, letters };
  }

  private async money(userId: string): Promise<Pick<BillingDisclosed, 'invoices' | 'ledger'>> {
    const { client } = this.database;
    const [invoices, ledger] = await Promise.all([
      client.invoice.findMany({
        where: { userId },
        select: {
          stripeInvoiceId: true,
          number: true,
          status: true,
          total: true,
          amountPaid: true,
          currency: true,
          hostedUrl: true,
          createdAt: true,
          paidAt: true,
        },
        orderBy: { createdAt: 'asc' },
      }),
      client.ledgerLine.findMany({
        where: { userId },
        select: {
          kind: true,
          amount: true,
          currency: true,
          stripeInvoiceId: true,
          stripeSubscriptionId: true,
          stripePaymentIntentId: true,
          periodStart: true,
          periodEnd: true,
          occurredAt: true,
        },
        orderBy: { occurredAt: 'asc' },
      }),
    ]);
    return { invoices, ledger };
  }
}

function withOrigin<Row extends { article: { slug: string } | null }>({ article, ...row }: Row) {
  return { ...row, articleSlug: article?.slug ?? null };
}
