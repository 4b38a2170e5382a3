/** How often somebody takes with her what is held of her: it reads every table. */
import type { LimitRule } from '../platform/limits/limit.rules.js';

export const disclosures: LimitRule = {
  name: 'disclosures',
  burst: 5,
  perSeconds: 24 * 60 * 60,
  by: 'account',
};
