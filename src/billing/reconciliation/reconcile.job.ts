/** Reconciles every night, and whenever an admin asks for it. */
import { Injectable, Logger } from '@nestjs/common';
import { HandlesJob, type JobHandler, Nightly } from '../../platform/jobs/job-handler.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Reconciliation } from './reconciliation.service.js';
import { ReconciliationRunRepository } from './reconciliation-run.repository.js';

export const RECONCILE = 'reconcile';

/** Until a run that stands behind another one is tried again. */
const waitSeconds = 30;

@HandlesJob(RECONCILE)
@Nightly('04:10')
@Injectable()
export class ReconcileJob implements JobHandler {
  private readonly logger = new Logger('Reconciliation');

  constructor(
    private readonly reconciliation: Reconciliation,
    private readonly runs: ReconciliationRunRepository,
    private readonly jobs: Jobs,
  ) {}

  /** @param payload the run that an admin asked for; without one, it is the night's */
  async handle(payload: unknown, stopping: AbortSignal): Promise<void> {
    const { runId } = payload as { runId?: string };
    // Another process may have taken it up together with its own.
    if (runId !== undefined && !(await this.runs.isOpen(runId))) return;
    const run = await this.reconciliation.run('nightly', { stopping });
    if (run === null) {
      if (runId !== undefined) await enqueueReconciliation(this.jobs, runId, waitSeconds);
      return;
    }
    const { compared, differed, failed } = run;
    if (differed + failed === 0) return;
    this.logger.warn(`${compared} customers compared: ${differed} differed, ${failed} failed.`);
  }
}

export async function enqueueReconciliation(
  jobs: Jobs,
  runId: string,
  delaySeconds = 0,
): Promise<void> {
  await jobs.enqueue(RECONCILE, { runId }, { key: `reconcile:${runId}`, delaySeconds });
}
