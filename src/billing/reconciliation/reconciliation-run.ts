/** One comparison of all customers with Stripe, and what it found. */

/** What differed for one customer, or why she could not be compared. */
export interface Finding {
  stripeCustomerId: string;
  /** Sentences of what differed and was mended. */
  differences: readonly string[];
  /** Null when she was compared. */
  error: string | null;
}

export interface ReconciliationRun {
  id: string;
  /** `nightly`, `command`, or an admin's account. */
  startedBy: string;
  startedAt: Date;
  /** Null while it goes on, and for one that was interrupted: the next request takes that up again. */
  finishedAt: Date | null;
  compared: number;
  differed: number;
  failed: number;
}

export type Tally = Pick<ReconciliationRun, 'compared' | 'differed' | 'failed'>;
