/** What leaves of an invoice. */
import type { Page } from '../../platform/http/page.dto.js';
import { MoneyView } from '../../platform/money/money.presenter.js';
import type { ListedInvoice } from './invoice-listing.service.js';

export class InvoiceView {
  /** Stripe's id. */
  id: string;
  number: string | null;
  /** Stripe's word: draft, open, paid, void or uncollectible. */
  status: string;
  /** 0 where a trial began, or a code took everything off. */
  total: MoneyView;
  amountPaid: MoneyView;
  /** What went back of what was paid. */
  amountRefunded: MoneyView;
  createdAt: Date;
  paidAt: Date | null;
  /** Stripe's page of this invoice, where it is paid, and its receipt afterwards. */
  hostedUrl: string | null;
}

export class InvoiceList {
  items: InvoiceView[];
  nextCursor: string | null;
}

export function presentInvoice(invoice: ListedInvoice): InvoiceView {
  const { currency } = invoice;
  return {
    id: invoice.invoiceId,
    number: invoice.number,
    status: invoice.status,
    total: { amount: invoice.total, currency },
    amountPaid: { amount: invoice.amountPaid, currency },
    amountRefunded: { amount: invoice.amountRefunded, currency },
    createdAt: invoice.createdAt,
    paidAt: invoice.paidAt,
    hostedUrl: invoice.hostedUrl,
  };
}

export function presentInvoices(page: Page<ListedInvoice>): InvoiceList {
  return { items: page.items.map(presentInvoice), nextCursor: page.nextCursor };
}
