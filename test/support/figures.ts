/** The overview as staff are answered it, and how one asks for it. */
import { ReadCounts } from '../../src/paywall/figures/read-counts.service.js';
import type { TestTown } from './town.js';

export interface Flow {
  trialsStarted: number;
  trialsConverted: number;
  begun: number;
  ended: number;
  net: number;
}

export interface FigureOfArticle {
  slug: string;
  fullReads: number;
  teasers: number;
  joins: number;
  conversion: number | null;
}

export interface OverviewAnswer {
  from: string;
  to: string;
  days: number;
  members: Record<string, number>;
  series: (Flow & { day: string })[];
  totals: Flow;
  mrr: { currency: string; now: number; before: number }[];
  churn: { paidAtStart: number; ended: number; ratio: number | null };
  failedPayments: { currency: string; count: number; amount: number }[];
  inbox: {
    waiting: number;
    failed: number;
    quarantined: number;
    oldestWaitingSeconds: number | null;
    lastReceivedAt: string | null;
  };
  reconciliation: { startedBy: string; finishedAt: string | null; differed: number } | null;
  mostRead: FigureOfArticle[];
  mostConverting: FigureOfArticle[];
}

/** With all that was read until now. */
export async function overviewOf(
  town: TestTown,
  token: string,
  query = '',
): Promise<OverviewAnswer> {
  await town.app.get(ReadCounts, { strict: false }).flush();
  const { status, body, text } = await town.ask('GET', `/api/v1/admin/overview${query}`, { token });
  if (status !== 200) throw new Error(text);
  return body as OverviewAnswer;
}
