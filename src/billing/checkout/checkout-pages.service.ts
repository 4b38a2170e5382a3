/** The life of Stripe's page for a checkout: opened, found again, closed. */
import { Injectable } from '@nestjs/common';
import type { Reader } from '../../users/reader.js';
import { hasStripeAnswered, isStripeRefusal } from '../billing.errors.js';
import { BillingAccount } from '../billing-account.service.js';
import type { Checkout } from './checkout.js';
import { CheckoutRepository } from './checkout.repository.js';
import type { Offer } from './offer-finder.service.js';
import { PurchaseMetrics } from './purchase.metrics.js';
import { StripeCheckoutGateway } from '../stripe/stripe-checkout.gateway.js';

export interface CheckoutPage {
  url: string;
  expiresAt: Date;
}

@Injectable()
export class CheckoutPages {
  constructor(
    private readonly checkouts: CheckoutRepository,
    private readonly account: BillingAccount,
    private readonly gateway: StripeCheckoutGateway,
    private readonly metrics: PurchaseMetrics,
  ) {}

  /** @returns null when the page has come to its end, paid or not */
  async pageOf(reader: Reader, checkout: Checkout, offer: Offer): Promise<CheckoutPage | null> {
    return checkout.url === null
      ? this.openPage(reader, checkout, offer)
      : this.findAgain(checkout);
  }

  /** @returns null when there is no page, or when it has come to its end */
  async findAgain(checkout: Checkout): Promise<CheckoutPage | null> {
    const { url, stripeSessionId, expiresAt, status } = checkout;
    if (url === null || stripeSessionId === null || status !== 'open') return null;
    const state = await this.gateway.stateOf(stripeSessionId);
    if (state === 'open') return { url, expiresAt };
    await this.end(checkout, state);
    return null;
  }

  /** This purchase is not wanted any more: its page is closed, unless it was paid meanwhile. */
  async putAside(checkout: Checkout): Promise<void> {
    const { stripeSessionId } = checkout;
    const state = stripeSessionId === null ? 'expired' : await this.gateway.expire(stripeSessionId);
    await this.end(checkout, state === 'completed' ? 'completed' : 'expired');
  }

  /** @returns null when a parallel request has put this purchase aside, or its customer is deleted at Stripe */
  private async openPage(
    reader: Reader,
    checkout: Checkout,
    { stripePriceId, currency }: Offer,
  ): Promise<CheckoutPage | null> {
    const customerId = await this.account.customerFor(reader);
    try {
      const page = await this.gateway.open(checkout, { customerId, stripePriceId, currency });
      if (await this.checkouts.rememberPage(checkout.id, page)) {
        this.metrics.opened();
        return { url: page.url, expiresAt: checkout.expiresAt };
      }
      await this.gateway.expire(page.sessionId);
      return null;
    } catch (error) {
      // Stripe would repeat its answer to this row's key; the next attempt needs a row of its own.
      if (hasStripeAnswered(error)) await this.checkouts.close(checkout, 'expired');
      if (isStripeRefusal(error) && (await this.account.isGone(reader.id, customerId))) return null;
      throw error;
    }
  }

  private async end(checkout: Checkout, state: 'completed' | 'expired'): Promise<void> {
    await this.checkouts.close(checkout, state);
    if (state === 'completed') await this.account.sync(checkout.userId);
  }
}
