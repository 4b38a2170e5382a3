/** Reads the card that a subscription is paid with, as its owner may see it. */
import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { StripeClient } from './stripe.client.js';

/** As it is printed on the card, but for the number's beginning. */
export interface CardOnFile {
  /** Stripe's word, like `visa`. */
  readonly brand: string;
  readonly last4: string;
  /** 1 to 12 */
  readonly expMonth: number;
  readonly expYear: number;
}

@Injectable()
export class StripeCardGateway {
  constructor(private readonly client: StripeClient) {}

  /** @returns null where something else than a card pays, or nothing yet */
  async ofSubscription(subscriptionId: string): Promise<CardOnFile | null> {
    const subscription = await this.client.find((stripe) =>
      stripe.subscriptions.retrieve(subscriptionId, {
        expand: ['default_payment_method', 'customer.invoice_settings.default_payment_method'],
      }),
    );
    return subscription && cardOf(payerOf(subscription));
  }
}

/** The subscription's own goes before the customer's, as when Stripe charges. */
function payerOf({
  default_payment_method: own,
  customer,
}: Stripe.Subscription): string | Stripe.PaymentMethod | null {
  if (own !== null) return own;
  if (typeof customer === 'string' || customer.deleted === true) return null;
  return customer.invoice_settings.default_payment_method;
}

function cardOf(method: string | Stripe.PaymentMethod | null): CardOnFile | null {
  if (method === null || typeof method === 'string' || method.card == null) return null;
  const { brand, last4, exp_month: expMonth, exp_year: expYear } = method.card;
  return { brand, last4, expMonth, expYear };
}
