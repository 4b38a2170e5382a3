/** Gives money back at Stripe. */
import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { StripeClient } from './stripe.client.js';

export interface Refund {
  readonly refundId: string;
  /** In the currency's minor unit (cents). */
  readonly amount: number;
  readonly currency: string;
}

export interface RefundOrder {
  readonly paymentIntentId: string;
  readonly amount: number;
  /** The same for the same order; Stripe carries it out once. */
  readonly idempotencyKey: string;
  /** The caller's own key, if there was one. */
  readonly requestKey: string | null;
}

/** Stripe's largest page; no payment is given back in more parts. */
const limit = 100;

@Injectable()
export class StripeRefundGateway {
  constructor(private readonly client: StripeClient) {}

  async refund(order: RefundOrder): Promise<Refund> {
    const { paymentIntentId, amount, idempotencyKey, requestKey } = order;
    const refund = await this.client.call((stripe) =>
      stripe.refunds.create(
        {
          payment_intent: paymentIntentId,
          amount,
          reason: 'requested_by_customer',
          ...(requestKey === null ? {} : { metadata: { broadsheet_request: requestKey } }),
        },
        { idempotencyKey },
      ),
    );
    return refundFrom(refund);
  }

  /** What was given back of a payment under this key of the caller's. */
  async findByRequest(paymentIntentId: string, requestKey: string): Promise<Refund | null> {
    const { data } = await this.client.call((stripe) =>
      stripe.refunds.list({ payment_intent: paymentIntentId, limit }),
    );
    const found = data.find(({ metadata }) => metadata?.['broadsheet_request'] === requestKey);
    return found === undefined ? null : refundFrom(found);
  }
}

const refundFrom = ({ id, amount, currency }: Stripe.Refund): Refund => ({
  refundId: id,
  amount,
  currency,
});
