/** A page names the sum that will be charged. */
import { describe, expect, it } from 'vitest';
import { chargedInAll } from './all-seats.rules.js';

const yearly = { amount: 30_000, currency: 'usd' };
const monthly = { amount: 3_000, currency: 'usd' };

describe('a team of five', () => {
  it('is told what five seats cost, now and after the change to come', () => {
    const told = chargedInAll({ seats: 5, price: yearly, change: { price: monthly, at: 'later' } });
    expect(told.price).toEqual({ amount: 150_000, currency: 'usd' });
    expect(told.change).toEqual({ price: { amount: 15_000, currency: 'usd' }, at: 'later' });
  });
});

describe('somebody whose membership was given', () => {
  it('is told no price', () => {
    const told = chargedInAll({ seats: 1, price: null, change: null });
    expect(told).toEqual({ seats: 1, price: null, change: null });
  });
});
