/** How an article would be read: the paywall's own decision for a made-up reader. */
import { api } from '../../api/client.js';
import type { Gate } from '../article.js';

export const readers = [
  { kind: 'stranger', name: 'Stranger' },
  { kind: 'registered', name: 'Registered' },
  { kind: 'trial', name: 'In her trial' },
  { kind: 'member', name: 'Member' },
  { kind: 'other-plan', name: 'Of another plan' },
  { kind: 'lapsed', name: 'Lapsed' },
  { kind: 'overdue', name: 'Payment overdue' },
  { kind: 'paused', name: 'Paused' },
  { kind: 'staff', name: 'Staff' },
] as const;

export const wallWords = {
  'sign-in-required': 'It asks her to sign in or to make an account.',
  'membership-required': 'It offers her a membership.',
  'plan-required': 'It offers her a plan that opens this article.',
  'meter-exhausted': 'It says that her free articles are used up, and offers her a membership.',
  'payment-overdue': 'It asks her to settle what is overdue.',
} as const;

export interface SeenAs {
  gate: Gate;
  granted: boolean;
  denial: keyof typeof wallWords | null;
  /** Why, in one to three sentences. */
  explanation: string;
  meter: { limit: number; used: number; remaining: number } | null;
}

export const readAs = (id: string, as: string, at: Date | null): Promise<SeenAs> =>
  api.get(`/admin/articles/${id}/access-preview`, { as, at });
