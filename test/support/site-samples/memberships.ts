/** What is on offer on the sample pages, and a membership in every state. */
import type { MembershipProps, OfferProps } from '../../../src/site/page-props.js';
import { inDays } from './frames.js';

export const offer: OfferProps = {
  slug: 'pro',
  name: 'Pro',
  description: 'The whole paper, and a seat at the table.',
  benefits: ['Memos', 'Live Video Q&A', 'Special Events', 'Trend Reports'],
  trialDays: 7,
  prices: [
    {
      id: 'price-1',
      amount: 30000,
      currency: 'usd',
      interval: 'year',
      monthlyEquivalent: { amount: 2500, currency: 'usd' },
    },
  ],
};
export const monthly: OfferProps = {
  ...offer,
  trialDays: 0,
  prices: [
    ...offer.prices,
    {
      id: 'price-2',
      amount: 2900,
      currency: 'usd',
      interval: 'month',
      monthlyEquivalent: { amount: 2900, currency: 'usd' },
    },
  ],
};

export const nothing: MembershipProps = {
  state: 'none',
  access: false,
  accessUntil: null,
  plan: null,
  price: null,
  trialEndsAt: null,
  currentPeriodEnd: null,
  cancelsAt: null,
  graceEndsAt: null,
  payUrl: null,
  change: null,
};
export const held: MembershipProps = {
  ...nothing,
  state: 'active',
  access: true,
  accessUntil: inDays(200),
  plan: { name: 'Pro' },
  price: { id: 'price-1', amount: 30000, currency: 'usd', interval: 'year' },
  currentPeriodEnd: inDays(200),
};
export const perMonth = {
  id: 'price-2',
  amount: 2900,
  currency: 'usd',
  interval: 'month' as const,
};
export const payUrl = 'https://invoice.stripe.test/1';
export const memberships: Record<string, MembershipProps> = {
  none: nothing,
  trialing: { ...held, state: 'trialing', trialEndsAt: inDays(7), currentPeriodEnd: inDays(7) },
  'trialing-cancelled': {
    ...held,
    state: 'trialing',
    trialEndsAt: inDays(7),
    cancelsAt: inDays(7),
  },
  active: held,
  'active-cancelled': { ...held, cancelsAt: inDays(200) },
  'active-monthly': { ...held, price: perMonth },
  'active-changing': {
    ...held,
    change: { plan: { name: 'Pro' }, price: perMonth, at: inDays(200) },
  },
  given: { ...held, price: null },
  'given-for-good': { ...held, price: null, accessUntil: null, currentPeriodEnd: null },
  grace: { ...held, state: 'grace', graceEndsAt: inDays(5), payUrl },
  suspended: { ...held, state: 'suspended', access: false, accessUntil: null, payUrl },
  paused: { ...held, state: 'paused', access: false },
  blocked: { ...held, state: 'blocked', access: false },
  ended: { ...held, state: 'ended', access: false, accessUntil: null },
};
