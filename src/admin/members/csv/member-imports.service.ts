/** Staff bring a file of members: it is read at once and taken in by a job, and they look how far that has come. */
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type CsvRow, writeCsv } from '../../../platform/csv/write-csv.js';
import { decodeCursor } from '../../../platform/http/cursor.js';
import type { Page } from '../../../platform/http/page.dto.js';
import { type PageRequest, isIdKey, pageOf } from '../../../platform/http/paging.js';
import { notFound } from '../../../platform/http/problem.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import type { Reader } from '../../../users/reader.js';
import { Deeds } from '../../deeds.service.js';
import { ImportLineRepository } from './import-line.repository.js';
import { readMemberFile } from './member-file.reader.js';
import type { MemberImport } from './member-import.js';
import { MemberImportRepository } from './member-import.repository.js';
import { type MembersToTakeIn, TAKE_IN_MEMBERS } from './take-in-members.job.js';

/** Lines of a report that are read at once. */
const atOnce = 500;

@Injectable()
export class MemberImports {
  constructor(
    private readonly imports: MemberImportRepository,
    private readonly lines: ImportLineRepository,
    private readonly jobs: Jobs,
    private readonly deeds: Deeds,
  ) {}

  /**
   * @param dryRun only says what would become of each line
   * @throws Problem 422 for a file that cannot be read, or whose head is not as it must be
   */
  async begin(file: Buffer, dryRun: boolean, staff: Reader): Promise<MemberImport> {
    const lines = await readMemberFile(file);
    const id = await this.deeds.done(
      staff,
      async () => {
        const begun = { startedById: staff.id, dryRun, total: lines.length };
        const importId = await this.imports.add(begun);
        await this.lines.write(importId, lines);
        const work: MembersToTakeIn = { importId };
        // One file after the other: two that name the same people would wait for each other all the time.
        await this.jobs.enqueue(TAKE_IN_MEMBERS, work, { queue: TAKE_IN_MEMBERS });
        return importId;
      },
      (importId) => ({
        action: 'members.import-begun',
        subject: { kind: 'member-import', id: importId },
        detail: { dryRun, total: lines.length },
      }),
    );
    return this.show(id);
  }

  /** @throws Problem 404 */
  async show(id: string): Promise<MemberImport> {
    const found = await this.imports.find(id);
    if (found === null) throw notFound();
    return found;
  }

  /**
   * The newest first.
   * @throws Problem 400 `request/invalid-cursor`
   */
  async list({ limit, cursor }: PageRequest): Promise<Page<MemberImport>> {
    const before = cursor === undefined ? null : decodeCursor(cursor, isIdKey)[0];
    return pageOf(await this.imports.list(before, limit + 1), limit, ({ id }) => [id]);
  }

  /**
   * The lines that were refused, and why, as a CSV file.
   * @throws Problem 404
   */
  async report(id: string): Promise<Readable> {
    await this.show(id);
    return writeCsv(['line', 'email', 'outcome', 'message'], this.refused(id));
  }

  private async *refused(id: string): AsyncGenerator<CsvRow> {
    for (let after = 0; ;) {
      const found = await this.lines.refused(id, after, atOnce);
      for (const { line, fields, message } of found) {
        yield [line, fields.email ?? '', 'refused', message];
      }
      const last = found.at(-1);
      if (last === undefined) return;
      after = last.line;
    }
  }
}
