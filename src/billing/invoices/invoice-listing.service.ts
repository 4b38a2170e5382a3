/** A reader's invoices, page by page. */
import { Injectable } from '@nestjs/common';
import { decodeCursor } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { type PageRequest, isDatedKey, pageOf } from '../../platform/http/paging.js';
import { InvoiceRepository, type StoredInvoice } from './invoice.repository.js';
import { LedgerRepository } from '../ledger/ledger.repository.js';

export interface ListedInvoice extends StoredInvoice {
  /** What went back of what was paid, in the currency's minor unit. */
  readonly amountRefunded: number;
}

@Injectable()
export class InvoiceListing {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly ledger: LedgerRepository,
  ) {}

  /**
   * The newest first.
   * @throws Problem 400 `request/invalid-cursor`
   */
  async of(userId: string, { limit, cursor }: PageRequest): Promise<Page<ListedInvoice>> {
    const key = cursor === undefined ? null : decodeCursor(cursor, isDatedKey);
    const after = key && { createdAt: new Date(key[0]), invoiceId: key[1] };
    const found = await this.invoices.listOf(userId, after, limit + 1);
    const { items, nextCursor } = pageOf(found, limit, (invoice) => [
      invoice.createdAt.toISOString(),
      invoice.invoiceId,
    ]);
    const refunded = await this.ledger.refundedOf(items.map(({ invoiceId }) => invoiceId));
    const listed = items.map((invoice) => ({
      ...invoice,
      amountRefunded: refunded.get(invoice.invoiceId) ?? 0,
    }));
    return { items: listed, nextCursor };
  }
}
