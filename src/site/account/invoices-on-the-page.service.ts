/** A reader's invoices as the pages show them, the newest first. */
import { Injectable } from '@nestjs/common';
import { InvoiceListing } from '../../billing/invoices/invoice-listing.service.js';
import { type InvoiceView, presentInvoices } from '../../billing/invoices/invoice.presenter.js';
import type { PageRequest } from '../../platform/http/paging.js';
import type { Reader } from '../../users/reader.js';
import type { InvoiceProps } from '../page-props.js';
import { paths } from '../site-paths.js';

export interface ShownInvoices {
  invoices: InvoiceProps[];
  /** Where the older ones are; null where there are none. */
  older: string | null;
}

@Injectable()
export class InvoicesOnThePage {
  constructor(private readonly listing: InvoiceListing) {}

  /** @throws Problem 400 `request/invalid-cursor` */
  async of({ id }: Pick<Reader, 'id'>, page: PageRequest): Promise<ShownInvoices> {
    const { items, nextCursor } = presentInvoices(await this.listing.of(id, page));
    return {
      invoices: items.map(propsOf),
      older: nextCursor === null ? null : paths.invoicesAfter(nextCursor),
    };
  }
}

function propsOf(invoice: InvoiceView): InvoiceProps {
  return {
    id: invoice.id,
    number: invoice.number,
    issuedAt: invoice.createdAt,
    total: invoice.total,
    refunded: invoice.amountRefunded.amount > 0 ? invoice.amountRefunded : null,
    status: invoice.status,
    url: invoice.hostedUrl,
  };
}
