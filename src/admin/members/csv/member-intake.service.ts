/** Takes a file of members in piece by piece, each in one transaction, so that every line is done once however often it begins anew. */
import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.js';
import { Database } from '../../../platform/database/database.js';
import { rehearsed } from '../../../platform/database/rehearsal.js';
import { toProblem } from '../../../platform/http/problem.filter.js';
import { ImportLineRepository } from './import-line.repository.js';
import { ImportedMembers } from './imported-members.service.js';
import { refusedLine } from './member-import.js';
import { MemberImportRepository } from './member-import.repository.js';

/** Lines to a transaction, of which none may take ten seconds: each account that is changed takes some statements. */
export const mostAtOnce = 100;

@Injectable()
export class MemberIntake {
  private readonly logger = new Logger('MemberIntake');

  constructor(
    private readonly imports: MemberImportRepository,
    private readonly lines: ImportLineRepository,
    private readonly members: ImportedMembers,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * Takes up to so many lines in. Where they take too long or one of them cannot be taken in, the next step is a
   * smaller one, down to the line that is to blame.
   * @returns how many to take in next; 0 where all is done
   */
  async step(id: string, size: number): Promise<number> {
    await this.imports.begin(id);
    try {
      if ((await this.take(id, size)) > 0) return Math.min(size * 2, mostAtOnce);
    } catch (error) {
      if (size > 1) return Math.ceil(size / 10);
      await this.passOver(id, error);
      return 1;
    }
    await this.end(id);
    return 0;
  }

  /** @returns how many lines were done */
  private take(id: string, size: number): Promise<number> {
    return this.database.transaction(async () => {
      const held = await this.imports.hold(id);
      const lines = held === null ? [] : await this.lines.waiting(id, size);
      if (lines.length === 0) return 0;
      const takeIn = () => this.members.takeIn(lines);
      const results =
        held?.dryRun === true ? await rehearsed(this.database, takeIn) : await takeIn();
      await this.lines.settle(id, results);
      return lines.length;
    });
  }

  /** What is away for a while is tried again by the whole job; anything else is the line's doing. */
  private async passOver(id: string, error: unknown): Promise<void> {
    if (toProblem(error).status === 503) throw error;
    const [first] = await this.lines.waiting(id, 1);
    if (first === undefined) return;
    // Its own words could tell of a person, and so could the error's.
    this.logger.error(`Line ${first.line} of the import ${id} could not be taken in.`);
    await this.lines.settle(id, [refusedLine(first.line, 'broken')]);
  }

  private end(id: string): Promise<void> {
    return this.database.transaction(async () => {
      if (!(await this.imports.end(id))) return;
      const ended = await this.imports.find(id);
      if (ended === null) return;
      const { startedById: actorId, dryRun, total, outcomes } = ended;
      const { waiting: _, ...counts } = outcomes;
      await this.audit.record({
        actorId,
        action: 'members.imported',
        subject: { kind: 'member-import', id },
        detail: { dryRun, total, ...counts },
      });
    });
  }
}
