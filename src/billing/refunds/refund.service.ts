/** Gives a member her money back, in whole or in part, and each part once. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { isStripeRefusal, keyReused } from '../billing.errors.js';
import { CustomerSync } from '../sync/customer-sync.service.js';
import type { InvoiceSnapshot } from '../sync/invoice-snapshot.js';
import { MemberBooksRepository } from '../ledger/member-books.repository.js';
import { StripeCustomerGateway } from '../stripe/stripe-customer.gateway.js';
import { type Refund, StripeRefundGateway } from '../stripe/stripe-refund.gateway.js';
import {
  alreadyRefunded,
  invoiceNotFound,
  moreThanIsLeft,
  nothingPaid,
  refundRefused,
} from './refund.errors.js';
import {
  type RefundablePayment,
  amountToRefund,
  paymentToRefund,
  refundMadeUnder,
} from './refund.rules.js';

export interface RefundWish {
  userId: string;
  /** Undefined for the latest payment. */
  invoiceId?: string | undefined;
  /** In the currency's minor unit (cents); undefined for all that is left. */
  amount?: number | undefined;
  /** The caller's `Idempotency-Key`. */
  requestKey: string | null;
  /** Who gives it back. */
  actorId: string;
}

export type MadeRefund = Refund & { invoiceId: string };

@Injectable()
export class Refunds {
  constructor(
    private readonly books: MemberBooksRepository,
    private readonly snapshots: StripeCustomerGateway,
    private readonly gateway: StripeRefundGateway,
    private readonly customerSync: CustomerSync,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws Problem 404 for an invoice that is not hers, 409 where nothing was paid or nothing is left,
   *   422 for more than is left, with what is left in its words
   */
  async refund(wish: RefundWish): Promise<MadeRefund> {
    const invoices = await this.invoicesOf(wish.userId);
    const made = madeBefore(invoices, wish) ?? (await this.make(paymentOf(invoices, wish), wish));
    await this.record(made, wish);
    for (const customer of await this.books.customersOf(wish.userId)) {
      await this.customerSync.sync(customer);
    }
    return made;
  }

  /** As Stripe says it now: our books may not have heard of the newest payment yet. */
  private async invoicesOf(userId: string): Promise<InvoiceSnapshot[]> {
    const customers = await this.books.customersOf(userId);
    const told = await Promise.all(customers.map((each) => this.snapshots.snapshot(each)));
    return told.flatMap(({ invoices }) => invoices);
  }

  private async make(payment: RefundablePayment, wish: RefundWish): Promise<MadeRefund> {
    const decision = amountToRefund(payment, wish.amount);
    if (!decision.granted) {
      if (decision.denial === 'nothing-left') throw alreadyRefunded();
      throw moreThanIsLeft(decision.left, payment.currency);
    }
    const { paymentIntentId, invoiceId } = payment;
    const { amount } = decision;
    const { requestKey } = wish;
    const idempotencyKey = keyOf(payment, amount, requestKey);
    const order = { paymentIntentId, amount, idempotencyKey, requestKey };
    try {
      return { ...(await this.gateway.refund(order)), invoiceId };
    } catch (error) {
      if (isStripeRefusal(error)) throw refundRefused(error);
      throw error;
    }
  }

  /** Two clicks at once are one refund, and one deed. */
  private record(
    { refundId, ...made }: MadeRefund,
    { userId, actorId }: RefundWish,
  ): Promise<void> {
    const { amount, currency, invoiceId } = made;
    return this.audit.recordOnce({
      actorId,
      action: 'member.refunded',
      subject: { kind: 'member', id: userId },
      detail: { refund: refundId, invoice: invoiceId, amount, currency },
    });
  }
}

function madeBefore(
  invoices: readonly InvoiceSnapshot[],
  { requestKey, invoiceId, amount }: RefundWish,
): MadeRefund | null {
  const made = requestKey === null ? null : refundMadeUnder(requestKey, invoices);
  if (made === null) return null;
  const isAsked =
    (amount ?? made.amount) === made.amount && (invoiceId ?? made.invoiceId) === made.invoiceId;
  if (!isAsked) throw keyReused();
  const { refundId, currency } = made;
  return { refundId, amount: made.amount, currency, invoiceId: made.invoiceId };
}

function paymentOf(
  invoices: readonly InvoiceSnapshot[],
  { invoiceId }: RefundWish,
): RefundablePayment {
  const choice = paymentToRefund(invoices, invoiceId);
  if (choice.found) return choice.payment;
  throw choice.why === 'unknown-invoice' ? invoiceNotFound() : nothingPaid();
}

/**
 * Without a key of the caller's it is made of how the payment stands: two clicks at once see the same
 * and ask for the same; whoever asks again later sees that something was given back.
 */
function keyOf(payment: RefundablePayment, amount: number, requestKey: string | null): string {
  const { paymentIntentId, refunds, givenBack } = payment;
  return requestKey === null
    ? `refund:${paymentIntentId}:${refunds}:${givenBack}:${amount}`
    : `refund:${paymentIntentId}:${createHash('sha256').update(requestKey).digest('hex')}`;
}
