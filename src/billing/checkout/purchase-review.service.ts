/** May she buy this now, and on which terms? Says no by a Problem, and yes by a draft of the checkout. */
import { Injectable } from '@nestjs/common';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import { Problem } from '../../platform/http/problem.js';
import type { Reader } from '../../users/reader.js';
import { alreadyMember, priceNotOnSale, seatsNotForSale, tooManySeats } from '../billing.errors.js';
import { BillingAccount } from '../billing-account.service.js';
import { canBuy, mostSeats } from './can-buy.rules.js';
import type { Checkout, CheckoutDraft, ConsentDraft, Terms } from './checkout.js';
import { type Offer, OfferFinder } from './offer-finder.service.js';
import { PromotionFinder } from './promotion-finder.service.js';
import { TermsOfSale } from './terms-of-sale.service.js';

/** What a reader asks for; undefined where nothing was said. */
export interface Purchase {
  priceId: string;
  seats?: number | undefined;
  /** As she types it. */
  promotionCode?: string | undefined;
  /** The version of the terms that she agrees to. */
  acceptedTerms?: string | undefined;
  /** Of the article whose wall led here; the purchase is the same whichever it was. */
  articleSlug?: string | undefined;
}

export interface AgreedPurchase {
  offer: Offer;
  draft: Omit<CheckoutDraft, 'requestKey'>;
}

@Injectable()
export class PurchaseReview {
  constructor(
    private readonly offers: OfferFinder,
    private readonly keeper: MembershipKeeper,
    private readonly account: BillingAccount,
    private readonly promotions: PromotionFinder,
    private readonly terms: TermsOfSale,
  ) {}

  /**
   * @throws Problem 404 `billing/price-not-found`, 409 `billing/already-member` with the portal's address,
   *   422 for a price no longer on sale, seats, a promotion code or terms that are not as they must be
   */
  async agree(reader: Reader, purchase: Purchase): Promise<AgreedPurchase> {
    const { promotionCode: code } = purchase;
    const offer = await this.offers.find(reader, purchase.priceId);
    const seats = await this.decide(reader, offer, purchase.seats);
    const terms = this.terms.accepted(purchase.acceptedTerms);
    const promotionCode =
      code === undefined ? null : await this.promotions.find(reader, code, { offer, seats });
    const consent = terms === null ? null : consentTo(terms, offer, seats);
    const draft = { ...this.offers.draft(reader, offer, seats), promotionCode, consent };
    return { offer, draft };
  }

  /** Whether a purchase asks for what an earlier one with the same key has asked for. */
  async isRepeated(earlier: Checkout, purchase: Purchase): Promise<boolean> {
    const { priceId, seats = 1, promotionCode: code, acceptedTerms = null } = purchase;
    if (earlier.priceId !== priceId || earlier.seats !== seats) return false;
    if (earlier.termsVersion !== acceptedTerms) return false;
    if (earlier.promotionCode === null || code === undefined) {
      return earlier.promotionCode === null && code === undefined;
    }
    return this.promotions.isMeant(earlier.promotionCode, code);
  }

  private async decide(reader: Reader, offer: Offer, asked: number | undefined): Promise<number> {
    const standing = await this.keeper.standing(reader.id);
    const decision = canBuy(standing, offer, asked);
    if (decision.granted) {
      const most = mostSeats(offer.amount);
      if (decision.seats > most) throw tooManySeats(most);
      return decision.seats;
    }
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
}

/** With the total that the buyer is shown: of all seats, before promotions and tax. */
function consentTo({ version, url }: Terms, offer: Offer, seats: number): ConsentDraft {
  const { amount, currency, interval, trialDays } = offer;
  return {
    termsVersion: version,
    termsUrl: url,
    amount: amount * seats,
    currency,
    interval,
    trialDays,
  };
}
