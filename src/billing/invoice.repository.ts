/** Remembers a reader's invoices as Stripe last told them. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { InvoiceSnapshot } from './subscription-snapshot.js';

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

  /** The newest first; at most 100, some decades of an annual membership. */
  async listOf(userId: string): Promise<InvoiceSnapshot[]> {
    const rows = await this.database.client.invoice.findMany({
      where: { userId },
      orderBy: [{ createdAt: 'desc' }, { stripeInvoiceId: 'desc' }],
      take: 100,
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
