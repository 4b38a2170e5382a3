/** Remembers the lines of a file of members; what they say of people is forgotten a week after its end, or once it is given up. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { ImportLine, LineResult } from './member-import.js';

/** A line as it is first written down; one that is refused already says why. */
export interface NewLine extends ImportLine {
  message: string | null;
}

interface RefusedLine extends ImportLine {
  message: string | null;
}

/** Lines that go in with one statement. */
const atOnce = 5_000;

@Injectable()
export class ImportLineRepository {
  constructor(private readonly database: Database) {}

  async write(importId: string, lines: readonly NewLine[]): Promise<void> {
    for (let at = 0; at < lines.length; at += atOnce) {
      const piece = JSON.stringify(lines.slice(at, at + atOnce));
      await this.database.client.$executeRaw`
        insert into member_import_lines ("importId", line, fields, outcome, message)
        select ${importId}::uuid, line, fields,
          (case when message is null then 'waiting' else 'refused' end)::"ImportOutcome", message
        from jsonb_to_recordset(${piece}::jsonb) as new(line int, fields jsonb, message text)`;
    }
  }

  waiting(importId: string, limit: number): Promise<ImportLine[]> {
    return this.database.client.memberImportLine.findMany({
      where: { importId, outcome: 'waiting' },
      orderBy: { line: 'asc' },
      take: limit,
      select: { line: true, fields: true },
    }) as Promise<ImportLine[]>;
  }

  async settle(importId: string, results: readonly LineResult[]): Promise<void> {
    await this.database.client.$executeRaw`
      update member_import_lines l
      set outcome = new.outcome::"ImportOutcome", message = new.message
      from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
        as new(line int, outcome text, message text)
      where l."importId" = ${importId}::uuid and l.line = new.line and l.outcome = 'waiting'`;
  }

  /** Refused lines, in the order of the file. @param after the last line seen */
  async refused(importId: string, after: number, limit: number): Promise<RefusedLine[]> {
    const found = await this.database.client.memberImportLine.findMany({
      where: { importId, outcome: 'refused', line: { gt: after } },
      orderBy: { line: 'asc' },
      take: limit,
      select: { line: true, fields: true, message: true },
    });
    return found.map((each) => ({ ...each, fields: each.fields as ImportLine['fields'] }));
  }

  /** Takes out of the lines what they said of people; what became of how many stays. */
  async forgetFields(endedBefore: Date): Promise<void> {
    await this.database.client.$executeRaw`
      update member_import_lines l set fields = '{}'
      from member_imports i
      where i.id = l."importId" and (i."endedAt" < ${endedBefore} or i.status = 'failed')
        and l.fields <> '{}'`;
  }
}
