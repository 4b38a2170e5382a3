/** Puts together what the books hold of one person: customer, subscriptions, invoices, money and consents. */
import { Injectable } from '@nestjs/common';
import { InvoiceListing, type ListedInvoice } from '../invoices/invoice-listing.service.js';
import {
  type GivenConsent,
  type KnownSubscription,
  type LedgerLine,
  MemberBooksRepository,
  type SentLetter,
  type ToldEvent,
} from './member-books.repository.js';

export interface MemberBooks {
  /** Stripe's ids, the newest first. */
  customers: string[];
  subscriptions: KnownSubscription[];
  /** The newest hundred. */
  invoices: ListedInvoice[];
  ledger: LedgerLine[];
  consents: GivenConsent[];
  /** The newest hundred. */
  letters: SentLetter[];
  /** The newest hundred. */
  events: ToldEvent[];
}

@Injectable()
export class MemberBooksDesk {
  constructor(
    private readonly books: MemberBooksRepository,
    private readonly invoices: InvoiceListing,
  ) {}

  async of(userId: string): Promise<MemberBooks> {
    const customers = await this.books.customersOf(userId);
    const [subscriptions, { items: invoices }, ledger, consents, letters, events] =
      await Promise.all([
        this.books.subscriptionsOf(userId),
        this.invoices.of(userId, { limit: 100 }),
        this.books.ledgerOf(userId),
        this.books.consentsOf(userId),
        this.books.lettersTo(userId),
        customers.length === 0 ? [] : this.books.eventsAbout(customers),
      ]);
    return { customers, subscriptions, invoices, ledger, consents, letters, events };
  }
}
