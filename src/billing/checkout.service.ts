/** From "I want this" to Stripe's page: decides, writes the purchase down, opens the page. */
import { Injectable } from '@nestjs/common';
import { MembershipKeeper } from '../memberships/membership-keeper.service.js';
import type { Reader } from '../users/reader.js';
import {
  alreadyMember,
  checkoutChanging,
  priceNotOnSale,
  seatsNotForSale,
} from './billing.errors.js';
import { BillingAccount } from './billing-account.service.js';
import { canBuy } from './can-buy.rules.js';
import type { Checkout } from './checkout.js';
import { CheckoutRepository } from './checkout.repository.js';
import { type Offer, OfferFinder } from './offer-finder.service.js';
import { StripeCheckoutGateway } from './stripe/stripe-checkout.gateway.js';

/** What a reader asks for. */
export interface Purchase {
  priceId: string;
  /** Undefined where nothing was said. */
  seats?: number | undefined;
}

export interface CheckoutPage {
  url: string;
  expiresAt: Date;
}

/** How often a request gives way to a parallel one that changes the same checkout. */
const patience = 3;

@Injectable()
export class CheckoutService {
  constructor(
    private readonly offers: OfferFinder,
    private readonly keeper: MembershipKeeper,
    private readonly checkouts: CheckoutRepository,
    private readonly account: BillingAccount,
    private readonly gateway: StripeCheckoutGateway,
  ) {}

  /**
   * Opens Stripe's page for a purchase; the same page again while it is open.
   * @throws Problem 404 `billing/price-not-found`, 422 for a price no longer on sale,
   *   409 `billing/already-member` with the portal's address
   */
  async start(reader: Reader, purchase: Purchase): Promise<CheckoutPage> {
    const offer = await this.offers.find(reader, purchase.priceId);
    const seats = await this.decide(reader, offer, purchase.seats);
    const wanted = this.offers.draft(reader, offer, seats);
    for (let attempt = 0; attempt < patience; attempt += 1) {
      const checkout = await this.checkouts.openOne(wanted);
      if (checkout === null) continue;
      if (!sameTerms(checkout, wanted)) {
        await this.giveUp(reader, checkout);
        continue;
      }
      const page = await this.pageOf(reader, checkout, offer);
      if (page !== null) return page;
      // The old page had come to its end, and with it perhaps the answer to "may she buy?".
      await this.decide(reader, offer, purchase.seats);
    }
    throw checkoutChanging();
  }

  private async decide(reader: Reader, offer: Offer, asked: number | undefined): Promise<number> {
    const standing = await this.keeper.standing(reader.id);
    const decision = canBuy(standing, offer, asked);
    if (decision.granted) return decision.seats;
    switch (decision.denial) {
      case 'not-on-sale':
        throw priceNotOnSale();
      case 'seats-not-for-sale':
        throw seatsNotForSale();
      case 'already-member':
        throw alreadyMember(await this.account.portalIfAny(reader.id));
    }
  }

  /** @returns null when the page has come to its end, paid or not */
  private async pageOf(
    reader: Reader,
    checkout: Checkout,
    offer: Offer,
  ): Promise<CheckoutPage | null> {
    const { expiresAt } = checkout;
    if (checkout.url !== null && checkout.stripeSessionId !== null) {
      const state = await this.gateway.stateOf(checkout.stripeSessionId);
      if (state === 'open') return { url: checkout.url, expiresAt };
      await this.end(reader, checkout, state);
      return null;
    }
    const customerId = await this.account.customerFor(reader);
    const page = await this.gateway.open(checkout, {
      customerId,
      stripePriceId: offer.stripePriceId,
    });
    await this.checkouts.rememberPage(checkout.id, page);
    return { url: page.url, expiresAt };
  }

  /** Something else is wanted now: the page of before is closed, unless it was paid meanwhile. */
  private async giveUp(reader: Reader, checkout: Checkout): Promise<void> {
    if (checkout.stripeSessionId === null) {
      await this.checkouts.close(checkout.id, 'expired');
      return;
    }
    const state = await this.gateway.stateOf(checkout.stripeSessionId);
    if (state === 'open') await this.gateway.expire(checkout.stripeSessionId);
    await this.end(reader, checkout, state === 'completed' ? 'completed' : 'expired');
  }

  private async end(
    reader: Reader,
    checkout: Checkout,
    state: 'completed' | 'expired',
  ): Promise<void> {
    await this.checkouts.close(checkout.id, state);
    if (state === 'completed') await this.account.sync(reader.id);
  }
}

function sameTerms(
  open: Pick<Checkout, 'priceId' | 'seats' | 'trialDays'>,
  wanted: Pick<Checkout, 'priceId' | 'seats' | 'trialDays'>,
): boolean {
  return (
    open.priceId === wanted.priceId &&
    open.seats === wanted.seats &&
    open.trialDays === wanted.trialDays
  );
}
