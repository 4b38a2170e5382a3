/** Looks up in our own books whose payment it was. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { NamedPayment } from '../stripe/incoming-event.js';

const select = { stripeSubscriptionId: true } as const;

@Injectable()
export class PaymentOwnerRepository {
  constructor(private readonly database: Database) {}

  /** @returns her Stripe customer; null for a payment that the books do not hold */
  async customerOf(payment: NamedPayment): Promise<string | null> {
    const stripeSubscriptionId = await this.subscriptionOf(payment);
    if (stripeSubscriptionId === null) return null;
    const subscription = await this.database.client.stripeSubscription.findUnique({
      where: { stripeSubscriptionId },
      select: { stripeCustomerId: true },
    });
    return subscription?.stripeCustomerId ?? null;
  }

  private async subscriptionOf(payment: NamedPayment): Promise<string | null> {
    const { paymentIntentId: stripePaymentIntentId, invoiceId: stripeInvoiceId } = payment;
    const { ledgerLine, invoice } = this.database.client;
    const line =
      stripePaymentIntentId === null
        ? null
        : await ledgerLine.findFirst({ where: { stripePaymentIntentId }, select });
    if (line !== null) return line.stripeSubscriptionId;
    if (stripeInvoiceId === null) return null;
    const found = await invoice.findUnique({ where: { stripeInvoiceId }, select });
    return found?.stripeSubscriptionId ?? null;
  }
}
