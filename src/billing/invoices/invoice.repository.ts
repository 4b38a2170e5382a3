/** Remembers a reader's invoices as Stripe last told them. */
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Invoice as InvoiceRow, Prisma } from '../../platform/database/generated/client.js';
import type { InvoiceSnapshot } from '../sync/invoice-snapshot.js';

/** What is kept of an invoice; the money that moved for it stands in the ledger. */
export type StoredInvoice = Pick<
  InvoiceSnapshot,
  | 'invoiceId'
  | 'subscriptionId'
  | 'number'
  | 'status'
  | 'total'
  | 'amountPaid'
  | 'currency'
  | 'hostedUrl'
  | 'createdAt'
  | 'paidAt'
>;

/** Where a page of invoices ended. */
export interface InvoiceCursor {
  createdAt: Date;
  invoiceId: string;
}

@Injectable()
export class InvoiceRepository {
  constructor(private readonly database: Database) {}

  /**
   * Writes what Stripe told of these invoices.
   * @returns those that differed from what was written before
   */
  async saveAll(userId: string, invoices: readonly StoredInvoice[]): Promise<StoredInvoice[]> {
    if (invoices.length === 0) return [];
    const rows = await this.database.client.invoice.findMany({
      where: { stripeInvoiceId: { in: invoices.map(({ invoiceId }) => invoiceId) } },
    });
    const known = new Map(rows.map((row) => [row.stripeInvoiceId, storedFrom(row)]));
    const changed = invoices
      .map(storedOnly)
      .filter((invoice) => !isDeepStrictEqual(known.get(invoice.invoiceId), invoice));
    for (const { invoiceId, subscriptionId, ...rest } of changed) {
      const told = { ...rest, userId, stripeSubscriptionId: subscriptionId };
      await this.database.client.invoice.upsert({
        where: { stripeInvoiceId: invoiceId },
        create: { ...told, stripeInvoiceId: invoiceId },
        update: told,
      });
    }
    return changed;
  }

  /** The newest first. @param after the last one seen */
  async listOf(
    userId: string,
    after: InvoiceCursor | null,
    limit: number,
  ): Promise<StoredInvoice[]> {
    const rows = await this.database.client.invoice.findMany({
      where: { userId, ...position(after) },
      orderBy: [{ createdAt: 'desc' }, { stripeInvoiceId: 'desc' }],
      take: limit,
    });
    return rows.map(storedFrom);
  }
}

function storedFrom(row: InvoiceRow): StoredInvoice {
  return {
    invoiceId: row.stripeInvoiceId,
    subscriptionId: row.stripeSubscriptionId,
    number: row.number,
    status: row.status,
    total: row.total,
    amountPaid: row.amountPaid,
    currency: row.currency,
    hostedUrl: row.hostedUrl,
    createdAt: row.createdAt,
    paidAt: row.paidAt,
  };
}

function storedOnly(invoice: StoredInvoice): StoredInvoice {
  const { invoiceId, subscriptionId, number, status, total, amountPaid } = invoice;
  const { currency, hostedUrl, createdAt, paidAt } = invoice;
  return {
    invoiceId,
    subscriptionId,
    number,
    status,
    total,
    amountPaid,
    currency,
    hostedUrl,
    createdAt,
    paidAt,
  };
}

function position(after: InvoiceCursor | null): Prisma.InvoiceWhereInput {
  if (after === null) return {};
  const { createdAt, invoiceId } = after;
  return {
    OR: [{ createdAt: { lt: createdAt } }, { createdAt, stripeInvoiceId: { lt: invoiceId } }],
  };
}
