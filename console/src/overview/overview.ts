/** What the API says of the publication as a whole. */
import { api } from '../api/client.js';

export const memberStates = [
  'active',
  'trialing',
  'grace',
  'suspended',
  'paused',
  'blocked',
  'ended',
] as const;

export interface Flow {
  trialsStarted: number;
  trialsConverted: number;
  begun: number;
  ended: number;
  net: number;
}

/** In UTC, like `2026-11-23`. */
export type DayOfFlow = Flow & { day: string };

export interface ArticleFigures {
  id: string;
  slug: string;
  title: string;
  fullReads: number;
  teasers: number;
  joins: number;
  conversion: number | null;
}

export interface InboxHealth {
  waiting: number;
  failed: number;
  quarantined: number;
  oldestWaitingSeconds: number | null;
  lastReceivedAt: string | null;
}

export interface LastReconciliation {
  id: string;
  startedAt: string;
  finishedAt: string | null;
  compared: number;
  differed: number;
  failed: number;
}

export interface OverviewFigures {
  from: string;
  to: string;
  days: number;
  members: Record<(typeof memberStates)[number], number> & { complimentary: number };
  series: DayOfFlow[];
  totals: Flow;
  mrr: { currency: string; now: number; before: number }[];
  churn: { paidAtStart: number; ended: number; ratio: number | null };
  failedPayments: { currency: string; count: number; amount: number }[];
  inbox: InboxHealth;
  reconciliation: LastReconciliation | null;
  mostRead: ArticleFigures[];
  mostConverting: ArticleFigures[];
}

export const overviewOf = (days: number, signal: AbortSignal): Promise<OverviewFigures> =>
  api.get('/admin/overview', { days }, signal);
