/** Remembers reconciliations: how far each has come, and what it found. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Finding, ReconciliationRun, Tally } from './reconciliation-run.js';

export type RunWithFindings = ReconciliationRun & { findings: readonly Finding[] };

const omit = { findings: true } as const;

@Injectable()
export class ReconciliationRunRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The run that is not finished, or a new one. */
  async open(startedBy: string): Promise<ReconciliationRun> {
    return this.database.transaction(async () => {
      await this.database.client.$queryRaw`
        select 1 from pg_advisory_xact_lock(hashtextextended('open reconciliation', 0))`;
      return (
        (await this.database.client.reconciliationRun.findFirst({
          where: { finishedAt: null },
          omit,
        })) ??
        (await this.database.client.reconciliationRun.create({
          data: { startedBy, startedAt: this.clock.now() },
          omit,
        }))
      );
    });
  }

  async isOpen(id: string): Promise<boolean> {
    const open = await this.database.client.reconciliationRun.count({
      where: { id, finishedAt: null },
    });
    return open === 1;
  }

  async find(id: string): Promise<RunWithFindings | null> {
    const row = await this.database.client.reconciliationRun.findUnique({ where: { id } });
    return row === null ? null : { ...row, findings: row.findings as unknown as Finding[] };
  }

  /** The newest first. @param after the id of the last one seen */
  async list(after: string | null, limit: number): Promise<ReconciliationRun[]> {
    return this.database.client.reconciliationRun.findMany({
      where: after === null ? {} : { id: { lt: after } },
      orderBy: { id: 'desc' },
      take: limit,
      omit,
    });
  }

  async lastFinished(): Promise<ReconciliationRun | null> {
    return this.database.client.reconciliationRun.findFirst({
      where: { finishedAt: { not: null } },
      orderBy: { startedAt: 'desc' },
      omit,
    });
  }

  async note(id: string, tally: Tally, findings: readonly Finding[]): Promise<void> {
    await this.database.client.reconciliationRun.update({
      where: { id },
      data: {
        ...tally,
        findings: findings.map((finding) => ({
          ...finding,
          differences: [...finding.differences],
        })),
      },
    });
  }

  async finish(id: string): Promise<ReconciliationRun> {
    return this.database.client.reconciliationRun.update({
      where: { id },
      data: { finishedAt: this.clock.now() },
      omit,
    });
  }
}
