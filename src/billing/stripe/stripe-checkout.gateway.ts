/** Opens Stripe's own pages for a reader: Checkout and the portal. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { isStripeRefusal } from '../billing.errors.js';
import type { Checkout } from '../checkout.js';
import { StripeClient } from './stripe.client.js';

export type CheckoutState = 'open' | 'completed' | 'expired';

@Injectable()
export class StripeCheckoutGateway {
  constructor(
    private readonly client: StripeClient,
    private readonly config: Config,
  ) {}

  /** @returns Stripe's customer id; the same again for the same account, under her present name */
  async createCustomer(user: { id: string; email: string; name: string | null }): Promise<string> {
    return this.client.call(async (stripe) => {
      // Made of what never changes: Stripe bars a retry whose parameters differ, and she may have renamed herself.
      const { id } = await stripe.customers.create(
        { metadata: { broadsheet_user: user.id } },
        { idempotencyKey: `customer:${user.id}` },
      );
      const named = user.name === null ? {} : { name: user.name };
      await stripe.customers.update(id, { email: user.email, ...named });
      return id;
    });
  }

  /** Opens the page for a checkout; the same page again for the same row. */
  async open(
    checkout: Checkout,
    buyer: { customerId: string; stripePriceId: string },
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
          allow_promotion_codes: true,
          subscription_data: {
            metadata: { broadsheet_checkout: checkout.id },
            ...(checkout.trialDays === 0
              ? {}
              : {
                  trial_period_days: checkout.trialDays,
                  trial_settings: { end_behavior: { missing_payment_method: 'cancel' } },
                }),
          },
          metadata: { broadsheet_checkout: checkout.id },
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

  /** What has become of a checkout's page. */
  async stateOf(sessionId: string): Promise<CheckoutState> {
    const session = await this.client.find((stripe) =>
      stripe.checkout.sessions.retrieve(sessionId),
    );
    if (session === null) return 'expired';
    if (session.status === 'complete') return 'completed';
    return session.status === 'open' ? 'open' : 'expired';
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

  /** @returns the address of Stripe's page where a member manages card, invoices and cancellation */
  async openPortal(customerId: string): Promise<string> {
    const session = await this.client.call((stripe) =>
      stripe.billingPortal.sessions.create({
        customer: customerId,
        return_url: `${this.config.publicUrl}/account`,
      }),
    );
    return session.url;
  }
}
