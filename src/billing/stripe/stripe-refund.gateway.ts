/** Gives money back at Stripe. */
import { Injectable } from '@nestjs/common';
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

/** Where a refund at Stripe says under which key of the caller's it was asked for. */
export const requestMark = 'broadsheet_request';

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
          ...(requestKey === null ? {} : { metadata: { [requestMark]: requestKey } }),
        },
        { idempotencyKey },
      ),
    );
    const { id, currency } = refund;
    return { refundId: id, amount: refund.amount, currency };
  }
}
