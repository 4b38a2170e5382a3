/** Money of every currency: what an amount means, what may be charged, and how a part of it is rounded. */
import { describe, expect, it } from 'vitest';
import { amountProblem, moneyText, share } from '../src/billing/money.js';
import { customerWithCard, seatPrice, startTeam } from './members.js';
import { DAY, startTown } from './support.js';

describe('an amount', () => {
  it.each([
    [30_000, 'usd', '$300.00'],
    [-2505, 'eur', '-€25.05'],
    [30_000, 'jpy', '¥30,000'],
    [5120, 'kwd', 'KWD 5.120'],
    [1050, 'tnd', 'TND 1.050'],
    // Sent with two decimals that are always 00, and written without them.
    [500, 'isk', 'ISK 5'],
    [500, 'ugx', 'UGX 5'],
    // Whole only in payouts; a charge has two decimals.
    [1045, 'huf', 'HUF 10.45'],
    [80_045, 'twd', 'NT$800.45'],
    [9_007_199_254_740_991, 'usd', '$90,071,992,547,409.91'],
  ])('of %i %s is written %s', (amount, currency, text) => {
    expect(moneyText(amount, currency).replaceAll('\u00a0', ' ')).toBe(text);
  });

  it.each([
    [5124, 'kwd'],
    [1, 'bhd'],
    [550, 'isk'],
    [501, 'ugx'],
  ])('of %i %s cannot be charged', (amount, currency) => {
    expect(amountProblem(amount, currency)).toMatch(/multiple of/);
  });

  it.each([
    [5120, 'kwd'],
    [500, 'isk'],
    [501, 'huf'],
    [501, 'twd'],
    [501, 'jpy'],
    [501, 'usd'],
  ])('of %i %s can', (amount, currency) => {
    expect(amountProblem(amount, currency)).toBeNull();
  });
});

describe('a share of an amount', () => {
  it.each([
    [1000, 1, 3, 'usd', 333],
    [1000, 2, 3, 'usd', 667],
    [1, 1, 2, 'usd', 1],
    [-1, 1, 2, 'usd', -1],
    [1000, 1, 3, 'kwd', 330],
    [1000, 2, 3, 'isk', 700],
    [0, 1, 2, 'usd', 0],
    [9_007_199_254_740_991, 2_591_999, 2_592_000, 'usd', 9_007_195_779_741_279],
  ])('%i × %i / %i in %s is %i', (amount, part, whole, currency, expected) => {
    expect(share(amount, part, whole, currency)).toBe(expected);
  });
});

describe('a currency of thousandths', () => {
  it('is charged, prorated and given back in tens', async () => {
    const town = await startTown();
    await expect(seatPrice(town, { currency: 'kwd', unit_amount: 5124 })).rejects.toThrow(
      /multiple of 10/,
    );
    const price = await seatPrice(town, { currency: 'kwd', unit_amount: 5120 });
    const customer = await customerWithCard(town);
    const { subscription, item } = await startTeam(
      town,
      { customer, items: [{ price: price.id, quantity: 1 }] },
      price,
    );
    await town.simulator.advance(7 * DAY);

    await town.stripe.subscriptions.update(subscription.id, { items: [{ id: item, quantity: 2 }] });

    const amounts = (await town.stripe.invoiceItems.list({ customer })).data.map(
      ({ amount }) => amount,
    );
    expect(amounts).toEqual([7850, -3930]);
    const [charge] = (await town.stripe.charges.list()).data;
    await expect(
      town.stripe.refunds.create({ charge: charge?.id ?? '', amount: 1001 }),
    ).rejects.toThrow(/multiple of 10/);
  });
});
