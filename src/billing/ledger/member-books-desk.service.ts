/** Puts together what the books hold of one person: customer, subscriptions, invoices, money and consents. */
import { Injectable } from '@nestjs/common';
import { InvoiceListing, type ListedInvoice } from '../invoices/invoice-listing.service.js';
import {
  type GivenConsent,
  type KnownSubscription,
  type LedgerLine,
  MemberBooksRepository,
} from './member-books.repository.js';

export interface MemberBooks {
  /** Stripe's ids, the newest first. */
  customers: string[];
  subscriptions: KnownSubscription[];
  /** The newest hundred. */
  invoices: ListedInvoice[];
  ledger: LedgerLine[];
  consents: GivenConsent[];
}

@Injectable()
export class MemberBooksDesk {
  constructor(
    private readonly books: MemberBooksRepository,
    private readonly invoices: InvoiceListing,
  ) {}

  async of(userId: string): Promise<MemberBooks> {
    const [customers, subscriptions, { items: invoices }, ledger, consents] = await Promise.all([
      this.books.customersOf(userId),
      this.books.subscriptionsOf(userId),
      this.invoices.of(userId, { limit: 100 }),
      this.books.ledgerOf(userId),
      this.books.consentsOf(userId),
    ]);
    return { customers, subscriptions, invoices, ledger, consents };
  }
}
