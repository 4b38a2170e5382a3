/** Remembers a reader's invoices as Stripe last told them. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import type { InvoiceSnapshot } from './subscription-snapshot.js';

/** Where a page of invoices ended. */
export interface InvoiceCursor {
  createdAt: Date;
  invoiceId: string;
}

@Injectable()
export class InvoiceRepository {
  constructor(private readonly database: Database) {}

  async save(userId: string, invoice: InvoiceSnapshot): Promise<void> {
    const { invoiceId, subscriptionId, ...rest } = invoice;
    const told = { ...rest, userId, stripeSubscriptionId: subscriptionId };
    await this.database.client.invoice.upsert({
      where: { stripeInvoiceId: invoiceId },
      create: { ...told, stripeInvoiceId: invoiceId },
      update: told,
    });
  }

  /** The newest first. @param after the last one seen */
  async listOf(
    userId: string,
    after: InvoiceCursor | null,
    limit: number,
  ): Promise<InvoiceSnapshot[]> {
    const rows = await this.database.client.invoice.findMany({
      where: { userId, ...position(after) },
      orderBy: [{ createdAt: 'desc' }, { stripeInvoiceId: 'desc' }],
      take: limit,
    });
    return rows.map(({ stripeInvoiceId, stripeSubscriptionId, ...row }) => ({
      invoiceId: stripeInvoiceId,
      subscriptionId: stripeSubscriptionId,
      number: row.number,
      status: row.status,
      total: row.total,
      amountPaid: row.amountPaid,
      currency: row.currency,
      hostedUrl: row.hostedUrl,
      createdAt: row.createdAt,
      paidAt: row.paidAt,
    }));
  }
}

function position(after: InvoiceCursor | null): Prisma.InvoiceWhereInput {
  if (after === null) return {};
  const { createdAt, invoiceId } = after;
  return {
    OR: [{ createdAt: { lt: createdAt } }, { createdAt, stripeInvoiceId: { lt: invoiceId } }],
  };
}
