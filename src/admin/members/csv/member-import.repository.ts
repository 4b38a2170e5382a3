/** Remembers which files of members staff have brought, and how far each has come. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { type ImportOutcome, type MemberImport, importOutcomes } from './member-import.js';

@Injectable()
export class MemberImportRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns its id; its lines are written by whoever has them */
  async add(begun: Pick<MemberImport, 'startedById' | 'dryRun' | 'total'>): Promise<string> {
    const { id } = await this.database.client.memberImport.create({
      data: { id: uuid(), ...begun, createdAt: this.clock.now() },
      select: { id: true },
    });
    return id;
  }

  async find(id: string): Promise<MemberImport | null> {
    const found = await this.database.client.memberImport.findUnique({ where: { id } });
    if (found === null) return null;
    const counts = await this.countsOf([id]);
    return { ...found, outcomes: outcomesIn(counts, id) };
  }

  /** The newest first. @param before the id of the last one seen */
  async list(before: string | null, limit: number): Promise<MemberImport[]> {
    const found = await this.database.client.memberImport.findMany({
      where: before === null ? {} : { id: { lt: before } },
      orderBy: { id: 'desc' },
      take: limit,
    });
    const counts = await this.countsOf(found.map(({ id }) => id));
    return found.map((each) => ({ ...each, outcomes: outcomesIn(counts, each.id) }));
  }

  /** Until the transaction ends nobody else takes lines of it in; null where it is gone. */
  async hold(id: string): Promise<Pick<MemberImport, 'dryRun'> | null> {
    const [held] = await this.database.client.$queryRaw<Pick<MemberImport, 'dryRun'>[]>`
      select "dryRun" from member_imports where id = ${id}::uuid for update`;
    return held ?? null;
  }

  async begin(id: string): Promise<void> {
    await this.database.client.memberImport.updateMany({
      where: { id, status: 'waiting' },
      data: { status: 'running', startedAt: this.clock.now() },
    });
  }

  /** @returns false where it was at its end already */
  async end(id: string): Promise<boolean> {
    const { count } = await this.database.client.memberImport.updateMany({
      where: { id, status: 'running' },
      data: { status: 'done', endedAt: this.clock.now() },
    });
    return count === 1;
  }

  /** Those that have not come to their end since. */
  async giveUp(begunBefore: Date): Promise<void> {
    await this.database.client.memberImport.updateMany({
      where: { status: { in: ['waiting', 'running'] }, createdAt: { lt: begunBefore } },
      data: { status: 'failed', endedAt: this.clock.now() },
    });
  }

  private countsOf(
    ids: string[],
  ): Promise<{ importId: string; outcome: ImportOutcome; count: number }[]> {
    return this.database.client.$queryRaw`
      select "importId", outcome::text as outcome, count(*)::int as count
      from member_import_lines where "importId" = any(${ids}::uuid[]) group by 1, 2`;
  }
}

function outcomesIn(
  counts: readonly { importId: string; outcome: ImportOutcome; count: number }[],
  id: string,
): Record<ImportOutcome, number> {
  const none = Object.fromEntries(importOutcomes.map((outcome) => [outcome, 0]));
  const counted = counts
    .filter(({ importId }) => importId === id)
    .map(({ outcome, count }) => [outcome, count]);
  return { ...none, ...Object.fromEntries(counted) } as Record<ImportOutcome, number>;
}
