/** How often articles are given and gifts opened, besides what a month and a gift allow. */
import type { LimitRule } from '../../platform/limits/limit.rules.js';

/** Seconds. */
const hour = 60 * 60;

export const giving: LimitRule = { name: 'gifts', burst: 30, perSeconds: hour, by: 'account' };

/** Of openings that count: opening again what one has opened is free. */
export const opening: LimitRule = {
  name: 'openings of gifts',
  burst: 300,
  perSeconds: hour,
  by: 'address',
};
