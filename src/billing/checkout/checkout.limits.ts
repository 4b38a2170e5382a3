/** How often somebody may ask for Stripe's page: each costs a call there. */
import type { LimitRule } from '../../platform/limits/limit.rules.js';

/** Seconds. */
const hour = 60 * 60;

export const checkouts: readonly LimitRule[] = [
  { name: 'checkouts', burst: 20, perSeconds: hour, by: 'account' },
  { name: 'checkouts', burst: 100, perSeconds: hour, by: 'address' },
];
