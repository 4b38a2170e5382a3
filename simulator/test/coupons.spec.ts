/** Coupons and promotion codes as an account makes them, lists them and lets them run out. */
import { describe, expect, it } from 'vitest';
import { code } from './offers.js';
import { DAY, NOW, startTown } from './support.js';

describe('a coupon', () => {
  it('is made, renamed, listed and deleted', async () => {
    const town = await startTown();
    const coupon = await town.stripe.coupons.create({
      id: 'LAUNCH',
      percent_off: 12.5,
      duration: 'repeating',
      duration_in_months: 3,
      max_redemptions: 10,
      redeem_by: NOW + DAY,
    });
    expect(coupon).toMatchObject({
      id: 'LAUNCH',
      percent_off: 12.5,
      amount_off: null,
      duration_in_months: 3,
      times_redeemed: 0,
      valid: true,
    });
    await town.stripe.coupons.update('LAUNCH', { name: 'Launch', metadata: { by: 'Mira' } });
    expect((await town.stripe.coupons.list()).data).toMatchObject([{ name: 'Launch' }]);
    expect(await town.stripe.coupons.del('LAUNCH')).toMatchObject({ deleted: true });
    await expect(town.stripe.coupons.retrieve('LAUNCH')).rejects.toMatchObject({ statusCode: 404 });
    expect(town.happened()).toEqual(['coupon.created', 'coupon.updated', 'coupon.deleted']);
  });

  it.each([
    ['neither a percentage nor an amount', { duration: 'once' }],
    ['both', { percent_off: 5, amount_off: 500, currency: 'usd' }],
    ['an amount without a currency', { amount_off: 500 }],
    ['months it does not repeat for', { percent_off: 5, duration_in_months: 3 }],
    ['more than everything', { percent_off: 101 }],
    ['a currency there is not', { amount_off: 5, currency: 'xxx' }],
  ] as const)('is refused with %s', async (_what, params) => {
    const town = await startTown();
    await expect(town.stripe.coupons.create(params)).rejects.toMatchObject({ statusCode: 400 });
  });

  it('is no longer valid when its time is over, and neither are its codes', async () => {
    const town = await startTown();
    const { id } = await code(town, { id: 'MAY', percent_off: 5, redeem_by: NOW + DAY });

    await town.simulator.advance(2 * DAY);

    expect(await town.stripe.coupons.retrieve('MAY')).toMatchObject({ valid: false });
    expect(await town.stripe.promotionCodes.retrieve(id)).toMatchObject({ active: false });
    await expect(town.stripe.promotionCodes.update(id, { active: true })).rejects.toMatchObject({
      statusCode: 400,
    });
  });
});

describe('a promotion code', () => {
  it('is found by its text in any case, and one text is active once', async () => {
    const town = await startTown();
    const first = await code(town, { id: 'A', percent_off: 5 });
    await expect(code(town, { id: 'B', percent_off: 5 }, 'spring')).rejects.toMatchObject({
      param: 'code',
    });
    await town.stripe.promotionCodes.update(first.id, { active: false });
    await code(town, { id: 'C', percent_off: 5 }, 'spring');

    const active = await town.stripe.promotionCodes.list({ code: 'Spring', active: true });
    expect(active.data).toMatchObject([{ code: 'spring', promotion: { coupon: 'C' } }]);
    const expanded = await town.stripe.promotionCodes.list({
      coupon: 'A',
      expand: ['data.promotion.coupon'],
    });
    expect(expanded.data).toMatchObject([{ promotion: { coupon: { percent_off: 5 } } }]);
  });
});
