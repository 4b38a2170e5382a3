/** A price as the API tells it, and as people say it. */
import { money } from '../words/numbers.js';

export type Interval = 'month' | 'year';

export interface Price {
  id: string;
  /** In the currency's smallest unit. */
  amount: number;
  currency: string;
  interval: Interval;
}

/** Like `$300.00 a year`. */
export const priceInWords = (price: Omit<Price, 'id'>): string =>
  `${money(price)} a ${price.interval}`;
