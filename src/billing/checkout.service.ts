/** From "I want this" to Stripe's page: decides, writes the purchase down, opens the page. */
import { Injectable } from '@nestjs/common';
import { MembershipKeeper } from '../memberships/membership-keeper.service.js';
import { Problem } from '../platform/http/problem.js';
import type { Reader } from '../users/reader.js';
import {
  alreadyMember,
  checkoutChanging,
  hasStripeAnswered,
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
const patience = 5;

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
    for (let attempt = 0; attempt < patience; attempt += 1) {
      // Decided anew each time: what came to its end in the last round may have made her a member.
      const offer = await this.offers.find(reader, purchase.priceId);
      const seats = await this.decide(reader, offer, purchase.seats);
      const wanted = this.offers.draft(reader, offer, seats);
      const checkout = await this.checkouts.openOne(wanted);
      if (checkout === null) continue;
      if (!sameTerms(checkout, wanted)) {
        await this.putAside(reader, checkout);
        continue;
      }
      const page = await this.pageOf(reader, checkout, offer);
      if (page !== null) return page;
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
        throw alreadyMember(await this.portalIfReachable(reader));
    }
  }

  /** The refusal is the answer; that its way out cannot be offered just now must not hide it. */
  private async portalIfReachable(reader: Reader): Promise<string | null> {
    try {
      return await this.account.portalIfAny(reader.id);
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  /** @returns null when the page has come to its end, paid or not */
  private async pageOf(
    reader: Reader,
    checkout: Checkout,
    offer: Offer,
  ): Promise<CheckoutPage | null> {
    const { url, stripeSessionId, expiresAt } = checkout;
    if (url === null || stripeSessionId === null) return this.openPage(reader, checkout, offer);
    const state = await this.gateway.stateOf(stripeSessionId);
    if (state === 'open') return { url, expiresAt };
    await this.end(reader, checkout, state);
    return null;
  }

  /** @returns null when a parallel request has put this purchase aside */
  private async openPage(
    reader: Reader,
    checkout: Checkout,
    offer: Offer,
  ): Promise<CheckoutPage | null> {
    const customerId = await this.account.customerFor(reader);
    try {
      const { stripePriceId } = offer;
      const page = await this.gateway.open(checkout, { customerId, stripePriceId });
      if (await this.checkouts.rememberPage(checkout.id, page)) {
        return { url: page.url, expiresAt: checkout.expiresAt };
      }
      await this.gateway.expire(page.sessionId);
      return null;
    } catch (error) {
      // Stripe would repeat its answer to this row's key; the next attempt needs a row of its own.
      if (hasStripeAnswered(error)) await this.checkouts.close(checkout, 'expired');
      throw error;
    }
  }

  /** Something else is wanted now: the page of before is closed, unless it was paid meanwhile. */
  private async putAside(reader: Reader, checkout: Checkout): Promise<void> {
    const { stripeSessionId } = checkout;
    const state = stripeSessionId === null ? 'expired' : await this.gateway.expire(stripeSessionId);
    await this.end(reader, checkout, state === 'completed' ? 'completed' : 'expired');
  }

  private async end(
    reader: Reader,
    checkout: Checkout,
    state: 'completed' | 'expired',
  ): Promise<void> {
    await this.checkouts.close(checkout, state);
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
