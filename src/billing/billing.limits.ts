/** How often Stripe is asked for the card of somebody who looks at her account: each look costs a call. */
import type { LimitRule } from '../platform/limits/limit.rules.js';

export const looksAtCard: LimitRule = {
  name: 'looks at a card',
  burst: 10,
  perSeconds: 60,
  by: 'account',
};
