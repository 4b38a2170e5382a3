/** Looks promotion codes up at Stripe, as readers type them. */
import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import type { Promotion } from '../checkout/promotion.rules.js';
import { StripeClient } from './stripe.client.js';

const limit = 100;

@Injectable()
export class StripePromotionGateway {
  constructor(private readonly client: StripeClient) {}

  /**
   * @param code in any case
   * @returns every promotion that answers to this code now, or else a former one; one code may stand for several people's promotions
   */
  async findAll(code: string): Promise<Promotion[]> {
    const active = await this.list({ code, active: true, limit });
    return active.length > 0 ? active : this.list({ code, limit: 1 });
  }

  /** Whether a promotion answers to this code, be it still good or not. */
  async isCalled(promotionId: string, code: string): Promise<boolean> {
    const promotion = await this.client.find((stripe) =>
      stripe.promotionCodes.retrieve(promotionId),
    );
    return promotion?.code.toLowerCase() === code.toLowerCase();
  }

  private async list(params: Stripe.PromotionCodeListParams): Promise<Promotion[]> {
    const coupon = 'data.promotion.coupon';
    const expand = [
      coupon,
      `${coupon}.applies_to`,
      `${coupon}.currency_options`,
      'data.restrictions.currency_options',
    ];
    const { data } = await this.client.call((stripe) =>
      stripe.promotionCodes.list({ ...params, expand }),
    );
    return data.map(promotionFrom);
  }
}

function promotionFrom(code: Stripe.PromotionCode): Promotion {
  const { coupon } = code.promotion;
  if (typeof coupon !== 'object')
    throw new Error(`Stripe did not expand the coupon of ${code.id}.`);
  const { customer } = code;
  return {
    id: code.id,
    isActive: code.active && coupon?.valid === true,
    customerId: typeof customer === 'object' ? (customer?.id ?? null) : customer,
    productIds: coupon?.applies_to?.products ?? null,
    currencies: currenciesOf(coupon),
    minimums: minimumsOf(code.restrictions),
  };
}

function currenciesOf(coupon: Stripe.Coupon | null): string[] | null {
  const currency = coupon?.currency ?? null;
  return currency === null ? null : [currency, ...Object.keys(coupon?.currency_options ?? {})];
}

function minimumsOf({
  minimum_amount: amount,
  minimum_amount_currency: currency,
  currency_options: others = {},
}: Stripe.PromotionCode.Restrictions): Promotion['minimums'] {
  if (amount === null || currency === null) return [];
  const inOthers = Object.entries(others).map(([other, { minimum_amount: least }]) => ({
    amount: least,
    currency: other,
  }));
  return [{ amount, currency }, ...inOthers];
}
