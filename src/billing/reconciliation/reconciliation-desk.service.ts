/** Reconciliations as staff see them: start one, follow it, look at what it found. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { type PageRequest, isIdKey, pageOf } from '../../platform/http/paging.js';
import { notFound } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { enqueueReconciliation } from './reconcile.job.js';
import type { ReconciliationRun } from './reconciliation-run.js';
import {
  ReconciliationRunRepository,
  type RunWithFindings,
} from './reconciliation-run.repository.js';

@Injectable()
export class ReconciliationDesk {
  constructor(
    private readonly runs: ReconciliationRunRepository,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Starts a run, or names the one that goes on. */
  async start(actorId: string): Promise<ReconciliationRun> {
    return this.database.transaction(async () => {
      const run = await this.runs.open(actorId);
      // For one that goes on this does nothing, and one that was interrupted is taken up again.
      await enqueueReconciliation(this.jobs, run.id);
      return run;
    });
  }

  /** @throws Problem 400 `request/invalid-cursor` */
  async list({ limit, cursor }: PageRequest): Promise<Page<ReconciliationRun>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, isIdKey)[0];
    return pageOf(await this.runs.list(after, limit + 1), limit, ({ id }) => [id]);
  }

  /** @throws Problem 404 */
  async show(id: string): Promise<RunWithFindings> {
    const run = await this.runs.find(id);
    if (run === null) throw notFound();
    return run;
  }
}
