/** Remembers money that moved: lines are added, never changed. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { NewLedgerLine } from './ledger-lines.rules.js';

@Injectable()
export class LedgerRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Which keys of somebody's invoices have their line. */
  async keysOf(invoiceIds: readonly string[]): Promise<Set<string>> {
    const lines = await this.database.client.ledgerLine.findMany({
      where: { stripeInvoiceId: { in: [...invoiceIds] } },
      select: { stripeKey: true },
    });
    return new Set(lines.map(({ stripeKey }) => stripeKey));
  }

  /** What went back of these invoices, in each one's minor unit; nothing said where nothing did. */
  async refundedOf(invoiceIds: readonly string[]): Promise<Map<string, number>> {
    const sums = await this.database.client.ledgerLine.groupBy({
      by: ['stripeInvoiceId'],
      where: {
        stripeInvoiceId: { in: [...invoiceIds] },
        kind: { in: ['refund', 'refund_failed'] },
      },
      _sum: { amount: true },
    });
    return new Map(
      sums.map(({ stripeInvoiceId, _sum }) => [stripeInvoiceId ?? '', -(_sum.amount ?? 0)]),
    );
  }

  async add(lines: readonly NewLedgerLine[]): Promise<void> {
    if (lines.length === 0) return;
    const recordedAt = this.clock.now();
    await this.database.client.ledgerLine.createMany({
      data: lines.map(({ invoiceId, subscriptionId, paymentIntentId, ...line }) => ({
        id: uuid(),
        stripeKey: line.stripeKey,
        kind: line.kind,
        amount: line.amount,
        currency: line.currency,
        userId: line.userId,
        stripeInvoiceId: invoiceId,
        stripeSubscriptionId: subscriptionId,
        stripePaymentIntentId: paymentIntentId,
        priceId: line.priceId,
        periodStart: line.periodStart,
        periodEnd: line.periodEnd,
        occurredAt: line.occurredAt,
        recordedAt,
      })),
      skipDuplicates: true,
    });
  }
}
