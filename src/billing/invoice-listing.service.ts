/** A reader's invoices, page by page. */
import { Injectable } from '@nestjs/common';
import { decodeCursor } from '../platform/http/cursor.js';
import type { Page } from '../platform/http/page.dto.js';
import { type PageRequest, isDatedKey, pageOf } from '../platform/http/paging.js';
import { InvoiceRepository } from './invoice.repository.js';
import type { InvoiceSnapshot } from './subscription-snapshot.js';

@Injectable()
export class InvoiceListing {
  constructor(private readonly invoices: InvoiceRepository) {}

  /**
   * The newest first.
   * @throws Problem 400 `request/invalid-cursor`
   */
  async of(userId: string, { limit, cursor }: PageRequest): Promise<Page<InvoiceSnapshot>> {
    const key = cursor === undefined ? null : decodeCursor(cursor, isDatedKey);
    const after = key && { createdAt: new Date(key[0]), invoiceId: key[1] };
    const found = await this.invoices.listOf(userId, after, limit + 1);
    return pageOf(found, limit, (invoice) => [invoice.createdAt.toISOString(), invoice.invoiceId]);
  }
}
