/** A reconciliation as the API shows it. */
import { api } from '../api/client.js';

export interface Run {
  id: string;
  startedBy: string;
  startedAt: string;
  finishedAt: string | null;
  compared: number;
  differed: number;
  failed: number;
}

export interface Finding {
  customer: string;
  differences: string[];
  error: string | null;
}

export interface RunWithFindings extends Run {
  /** The first thousand. */
  findings: Finding[];
}

/** The last that came to its end: how many customers the next one has to do with. */
export async function lastFinished(signal?: AbortSignal): Promise<Run | null> {
  const { items } = await api.get<{ items: Run[] }>('/admin/reconcile', { limit: 5 }, signal);
  return items.find(({ finishedAt }) => finishedAt !== null) ?? null;
}

export const startRun = (): Promise<Run> => api.post('/admin/reconcile');

export function starterInWords(startedBy: string): string {
  if (startedBy === 'nightly') return 'Every night';
  return startedBy === 'command' ? 'From the command line' : 'By an admin';
}
