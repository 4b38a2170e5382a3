/** What staff see of a reconciliation. */
import type { ReconciliationRun } from '../../billing/reconciliation/reconciliation-run.js';
import type { RunWithFindings } from '../../billing/reconciliation/reconciliation-run.repository.js';
import type { Page } from '../../platform/http/page.dto.js';

export class ReconciliationView {
  id: string;
  /** `nightly`, `command`, or the account of the admin who asked for it. */
  startedBy: string;
  startedAt: Date;
  /** Null while it goes on. */
  finishedAt: Date | null;
  /** How many customers were compared so far. */
  compared: number;
  /** For how many of them our books differed, and were mended. */
  differed: number;
  /** How many could not be compared. */
  failed: number;
}

export class ReconciliationPage {
  items: ReconciliationView[];
  nextCursor: string | null;
}

export class FindingView {
  /** Stripe's id. */
  customer: string;
  /** What differed, a sentence each. */
  differences: string[];
  /** Why she could not be compared; null when she was. */
  error: string | null;
}

export class ReconciliationDetailView extends ReconciliationView {
  /** The first thousand. */
  findings: FindingView[];
}

export function presentRuns({ items, nextCursor }: Page<ReconciliationRun>): ReconciliationPage {
  return { items: items.map(presentRun), nextCursor };
}

export function presentRun(run: ReconciliationRun): ReconciliationView {
  const { id, startedBy, startedAt, finishedAt, compared, differed, failed } = run;
  return { id, startedBy, startedAt, finishedAt, compared, differed, failed };
}

export function presentRunInFull(run: RunWithFindings): ReconciliationDetailView {
  const findings = run.findings.map(({ stripeCustomerId, differences, error }) => ({
    customer: stripeCustomerId,
    differences: [...differences],
    error,
  }));
  return { ...presentRun(run), findings };
}
