/** Ends subscriptions at Stripe and gives back what was paid for them. */
import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { isStripeRefusal } from '../billing.errors.js';
import { idOf } from './stripe-instant.js';
import { StripeClient } from './stripe.client.js';

@Injectable()
export class StripeEndingGateway {
  constructor(private readonly client: StripeClient) {}

  /**
   * At once, and without a last invoice; one that is over stays over.
   * @returns false when it was
   */
  async cancelNow(subscriptionId: string): Promise<boolean> {
    try {
      await this.client.call((stripe) =>
        stripe.subscriptions.cancel(subscriptionId, { invoice_now: false, prorate: false }),
      );
      return true;
    } catch (error) {
      if (!isStripeRefusal(error) || (await this.isRunning(subscriptionId))) throw error;
      return false;
    }
  }

  /**
   * Gives back every payment of a subscription, what was given back before left out. Once, however often it
   * is tried: each payment's refund has a key of its own.
   */
  async refundAll(subscriptionId: string, why: string): Promise<void> {
    for (const paymentIntent of await this.paymentsOf(subscriptionId)) {
      const rest = await this.client.call((stripe) => refundable(stripe, paymentIntent));
      if (rest === 0) continue;
      await this.client.call((stripe) =>
        stripe.refunds.create(
          { payment_intent: paymentIntent, amount: rest, metadata: { broadsheet_reason: why } },
          { idempotencyKey: `refund:${why}:${paymentIntent}:${rest}` },
        ),
      );
    }
  }

  /** One that was paid or voided meanwhile stays as it is. */
  async voidInvoice(invoiceId: string): Promise<void> {
    try {
      await this.client.call((stripe) => stripe.invoices.voidInvoice(invoiceId));
    } catch (error) {
      const invoice = isStripeRefusal(error)
        ? await this.client.find((stripe) => stripe.invoices.retrieve(invoiceId))
        : undefined;
      if (invoice === undefined || invoice?.status === 'open') throw error;
    }
  }

  private async isRunning(subscriptionId: string): Promise<boolean> {
    const subscription = await this.client.find((stripe) =>
      stripe.subscriptions.retrieve(subscriptionId),
    );
    return subscription !== null && !isOver(subscription.status);
  }

  private async paymentsOf(subscriptionId: string): Promise<string[]> {
    const invoices = await this.client.call((stripe) =>
      stripe.invoices
        .list({ subscription: subscriptionId, status: 'paid', expand: ['data.payments'] })
        .autoPagingToArray({ limit: 1_000 }),
    );
    return invoices
      .flatMap(({ payments }) => payments?.data ?? [])
      .filter(({ status, amount_paid: paid }) => status === 'paid' && (paid ?? 0) > 0)
      .map(({ payment }) => idOf(payment.payment_intent))
      .filter((id) => id !== null);
  }
}

/** Stripe's words for a subscription that runs no more. */
export const isOver = (status: string): boolean =>
  status === 'canceled' || status === 'incomplete_expired';

/** What is left of a payment, in minor units: nothing while the bank has it under dispute. */
async function refundable(stripe: Stripe, paymentIntent: string): Promise<number> {
  const { data } = await stripe.charges.list({ payment_intent: paymentIntent, limit: 100 });
  const charge = data.find(({ status }) => status === 'succeeded');
  if (charge === undefined || charge.disputed) return 0;
  return charge.amount_captured - charge.amount_refunded;
}
