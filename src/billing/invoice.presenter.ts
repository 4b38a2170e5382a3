/** What leaves of an invoice. */
import type { Page } from '../platform/http/page.dto.js';
import { MoneyView } from '../platform/money/money.presenter.js';
import type { InvoiceSnapshot } from './subscription-snapshot.js';

export class InvoiceView {
  /** Stripe's id. */
  id: string;
  number: string | null;
  /** Stripe's word: draft, open, paid, void or uncollectible. */
  status: string;
  total: MoneyView;
  amountPaid: MoneyView;
  createdAt: Date;
  paidAt: Date | null;
  /** Stripe's page of this invoice. */
  hostedUrl: string | null;
}

export class InvoiceList {
  items: InvoiceView[];
  nextCursor: string | null;
}

export function presentInvoice(invoice: InvoiceSnapshot): InvoiceView {
  const { currency } = invoice;
  return {
    id: invoice.invoiceId,
    number: invoice.number,
    status: invoice.status,
    total: { amount: invoice.total, currency },
    amountPaid: { amount: invoice.amountPaid, currency },
    createdAt: invoice.createdAt,
    paidAt: invoice.paidAt,
    hostedUrl: invoice.hostedUrl,
  };
}

export function presentInvoices(page: Page<InvoiceSnapshot>): InvoiceList {
  return { items: page.items.map(presentInvoice), nextCursor: page.nextCursor };
}
