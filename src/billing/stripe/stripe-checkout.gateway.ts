/** Opens Stripe's Checkout for a reader, and says what has become of it. */
import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../platform/config/config.js';
import { Problem } from '../../platform/http/problem.js';
import { isStripeRefusal } from '../billing.errors.js';
import type { Checkout } from '../checkout/checkout.js';
import { currencyBound, promotionDenied } from '../checkout/checkout.errors.js';
import { checkoutMark } from './checkout-mark.js';
import { StripeClient } from './stripe.client.js';

export type CheckoutState = 'open' | 'completed' | 'expired';

/** Who buys, and at which of Stripe's prices. */
export interface Buyer {
  customerId: string;
  stripePriceId: string;
  /** Of the price. */
  currency: string;
}

@Injectable()
export class StripeCheckoutGateway {
  constructor(
    private readonly client: StripeClient,
    private readonly config: Config,
  ) {}

  /**
   * @param earlier how many customers of this account were deleted at Stripe
   * @returns Stripe's customer id; the same again for the same account, under her present name
   */
  async createCustomer(
    user: { id: string; email: string; name: string | null },
    earlier: number,
  ): Promise<string> {
    return this.client.call(async (stripe) => {
      // Made of what never changes: Stripe bars a retry whose parameters differ, and she may have renamed herself.
      const { id } = await stripe.customers.create(
        { metadata: { broadsheet_user: user.id } },
        { idempotencyKey: `customer:${user.id}${earlier === 0 ? '' : `:${earlier}`}` },
      );
      const named = user.name === null ? {} : { name: user.name };
      await stripe.customers.update(id, { email: user.email, ...named });
      return id;
    });
  }

  /**
   * Opens the page for a checkout; the same page again for the same row.
   * @throws Problem 422 on `promotionCode`, 409 `billing/currency-bound`
   */
  async open(checkout: Checkout, buyer: Buyer): Promise<{ sessionId: string; url: string }> {
    try {
      return await this.openPage(checkout, buyer);
    } catch (error) {
      throw await this.explain(error, buyer);
    }
  }

  /** What has become of a checkout's page; one whose customer was deleted can be paid by nobody. */
  async stateOf(sessionId: string): Promise<CheckoutState> {
    const session = await this.client.find((stripe) =>
      stripe.checkout.sessions.retrieve(sessionId, { expand: ['customer'] }),
    );
    if (session === null) return 'expired';
    if (session.status === 'complete') return 'completed';
    const { customer } = session;
    const isDeleted = typeof customer === 'object' && customer?.deleted === true;
    return session.status === 'open' && !isDeleted ? 'open' : 'expired';
  }

  /** Closes the page; one that was paid in this moment stays paid. */
  async expire(sessionId: string): Promise<CheckoutState> {
    try {
      await this.client.call((stripe) => stripe.checkout.sessions.expire(sessionId));
      return 'expired';
    } catch (error) {
      if (!isStripeRefusal(error)) throw error;
      return this.stateOf(sessionId);
    }
  }

  private async openPage(
    checkout: Checkout,
    buyer: Buyer,
  ): Promise<{ sessionId: string; url: string }> {
    const { publicUrl } = this.config;
    const session = await this.client.call((stripe) =>
      stripe.checkout.sessions.create(
        {
          mode: 'subscription',
          customer: buyer.customerId,
          client_reference_id: checkout.userId,
          line_items: [{ price: buyer.stripePriceId, quantity: checkout.seats }],
          payment_method_collection: 'always',
          // The price that was shown is the price that is charged.
          adaptive_pricing: { enabled: false },
          ...discountsOf(checkout),
          ...taxOf(this.config),
          subscription_data: {
            metadata: { [checkoutMark]: checkout.id },
            ...trialOf(checkout),
          },
          metadata: { [checkoutMark]: checkout.id },
          expires_at: Math.floor(checkout.expiresAt.getTime() / 1000),
          success_url: `${publicUrl}/checkout/success?session_id={CHECKOUT_SESSION_ID}`,
          cancel_url: `${publicUrl}/checkout/cancelled`,
        },
        { idempotencyKey: `checkout:${checkout.id}` },
      ),
    );
    if (session.url === null)
      throw new Error(`Checkout session ${session.id} came without a page.`);
    return { sessionId: session.id, url: session.url };
  }

  /** A refusal in our words, as far as we know what it means. */
  private async explain(error: unknown, buyer: Buyer): Promise<unknown> {
    if (!isStripeRefusal(error) || !(error instanceof Problem)) return error;
    const { cause } = error;
    if (!(cause instanceof Stripe.errors.StripeInvalidRequestError)) return error;
    if (cause.param?.startsWith('discounts') === true) return promotionDenied('refused', cause);
    const bound = await this.currencyOf(buyer.customerId);
    return bound === null || bound === buyer.currency ? error : currencyBound(bound, cause);
  }

  private async currencyOf(customerId: string): Promise<string | null> {
    const customer = await this.client.find((stripe) => stripe.customers.retrieve(customerId));
    return customer === null || customer.deleted === true ? null : (customer.currency ?? null);
  }
}

/** A code that was given already, or a box on the page to type one into: Stripe takes one of the two. */
function discountsOf({ promotionCode }: Checkout): Partial<Stripe.Checkout.SessionCreateParams> {
  return promotionCode === null
    ? { allow_promotion_codes: true }
    : { discounts: [{ promotion_code: promotionCode }] };
}

/** With tax, Stripe needs the buyer's address, and keeps it for the renewals. */
function taxOf({ stripeAutomaticTax }: Config): Partial<Stripe.Checkout.SessionCreateParams> {
  if (!stripeAutomaticTax) return {};
  return {
    automatic_tax: { enabled: true },
    billing_address_collection: 'required',
    customer_update: { address: 'auto', name: 'auto' },
  };
}

function trialOf({
  trialDays,
}: Checkout): Partial<Stripe.Checkout.SessionCreateParams.SubscriptionData> {
  if (trialDays === 0) return {};
  return {
    trial_period_days: trialDays,
    trial_settings: { end_behavior: { missing_payment_method: 'cancel' } },
  };
}
