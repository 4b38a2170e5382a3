import { describe, expect, it } from 'vitest';
import { type Promotion, type PromotedPurchase, promotionDenial } from './promotion.rules.js';

const welcome: Promotion = {
  id: 'promo_1',
  isActive: true,
  customerId: null,
  productIds: null,
  currencies: null,
  minimums: [],
};

const aYear: PromotedPurchase = {
  customerId: 'cus_mira',
  productId: 'prod_pro',
  total: { amount: 30_000, currency: 'usd' },
};

describe('a promotion code', () => {
  it.each<[string, Partial<Promotion>]>([
    ['that takes a percentage off everything', {}],
    ['that is for her', { customerId: 'cus_mira' }],
    ['that is for this plan among others', { productIds: ['prod_basic', 'prod_pro'] }],
    ['that takes dollars off', { currencies: ['eur', 'usd'] }],
    ['for purchases of exactly this much', { minimums: [{ amount: 30_000, currency: 'usd' }] }],
  ])('%s is good', (_, restriction) => {
    expect(promotionDenial({ ...welcome, ...restriction }, aYear)).toBeNull();
  });

  it.each<[string, Partial<Promotion>, string]>([
    ['that has run out', { isActive: false }, 'over'],
    ['that is for somebody else', { customerId: 'cus_nora' }, 'other-person'],
    ['that is for other plans', { productIds: ['prod_basic'] }, 'other-plan'],
    ['that takes euros off', { currencies: ['eur'] }, 'other-currency'],
    ['for larger purchases', { minimums: [{ amount: 30_001, currency: 'usd' }] }, 'too-small'],
    ['with a minimum in euros', { minimums: [{ amount: 1, currency: 'eur' }] }, 'other-currency'],
  ])('%s is not', (_, restriction, denial) => {
    expect(promotionDenial({ ...welcome, ...restriction }, aYear)).toBe(denial);
  });

  it('for one person is not for somebody whom Stripe does not know yet', () => {
    const hers = { ...welcome, customerId: 'cus_mira' };
    expect(promotionDenial(hers, { ...aYear, customerId: null })).toBe('other-person');
  });
});
