/** Writes what Stripe says of a customer's money into our books: invoices, and the lines of the ledger. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { InvoiceRepository } from '../invoices/invoice.repository.js';
import type { InvoiceSnapshot } from '../sync/invoice-snapshot.js';
import type { KnownPrice } from '../catalogue/stripe-catalogue.repository.js';
import { type NewLedgerLine, ledgerEntriesOf } from './ledger-lines.rules.js';
import { LedgerRepository } from './ledger.repository.js';

export interface MoneyWritten {
  /** The lines that were not there before. */
  lines: NewLedgerLine[];
  /** What differed, a sentence each. */
  differences: string[];
}

@Injectable()
export class MoneyBooks {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly ledger: LedgerRepository,
    private readonly clock: Clock,
  ) {}

  /** Runs in the transaction of its caller, who holds the customer's lock. */
  async write(
    userId: string,
    invoices: readonly InvoiceSnapshot[],
    prices: ReadonlyMap<string, KnownPrice>,
  ): Promise<MoneyWritten> {
    const changed = await this.invoices.saveAll(userId, invoices);
    const lines = await this.missingLines(userId, invoices, prices);
    await this.ledger.add(lines);
    return {
      lines,
      differences: [
        ...changed.map(({ invoiceId, status }) => `invoice ${invoiceId} is ${status}`),
        ...lines.map(
          ({ kind, amount, currency, stripeKey }) =>
            `ledger lacked the ${kind} ${stripeKey} of ${amount} ${currency}`,
        ),
      ],
    };
  }

  private async missingLines(
    userId: string,
    invoices: readonly InvoiceSnapshot[],
    prices: ReadonlyMap<string, KnownPrice>,
  ): Promise<NewLedgerLine[]> {
    const paid = invoices.filter(({ payments }) => payments.length > 0);
    if (paid.length === 0) return [];
    const written = await this.ledger.keysOf(paid.map(({ invoiceId }) => invoiceId));
    const now = this.clock.now();
    return paid
      .flatMap((invoice) => ledgerEntriesOf(invoice, written, now))
      .filter(({ stripeKey }) => !written.has(stripeKey))
      .map((entry) => ({
        ...entry,
        userId,
        priceId: prices.get(entry.stripePriceId ?? '')?.priceId ?? null,
      }));
  }
}
