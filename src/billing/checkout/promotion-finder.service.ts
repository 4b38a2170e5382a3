/** Finds the promotion that a reader means by a code, and says why it is not for this purchase. */
import { Injectable } from '@nestjs/common';
import type { Reader } from '../../users/reader.js';
import { promotionDenied } from './checkout.errors.js';
import type { Offer } from './offer-finder.service.js';
import { promotionDenial } from './promotion.rules.js';
import { StripeCustomerRepository } from '../stripe-customer.repository.js';
import { StripePromotionGateway } from '../stripe/stripe-promotion.gateway.js';

@Injectable()
export class PromotionFinder {
  constructor(
    private readonly gateway: StripePromotionGateway,
    private readonly customers: StripeCustomerRepository,
  ) {}

  /**
   * @returns Stripe's id of the promotion code
   * @throws Problem 422 on `promotionCode`
   */
  async find(
    reader: Pick<Reader, 'id'>,
    code: string,
    { offer, seats }: { offer: Offer; seats: number },
  ): Promise<string> {
    const purchase = {
      customerId: await this.customers.customerOf(reader.id),
      productId: offer.stripeProductId,
      total: { amount: offer.amount * seats, currency: offer.currency },
    };
    const found = await this.gateway.findAll(code);
    const judged = found.map((promotion) => ({
      id: promotion.id,
      denial: promotionDenial(promotion, purchase),
    }));
    const [first] = judged;
    if (first === undefined) throw promotionDenied('unknown');
    const good = judged.find(({ denial }) => denial === null);
    if (good === undefined) throw promotionDenied(first.denial ?? 'refused');
    return good.id;
  }

  /** Whether a promotion is the one that is meant by this code, be it still good or not. */
  isMeant(promotionId: string, code: string): Promise<boolean> {
    return this.gateway.isCalled(promotionId, code);
  }
}
