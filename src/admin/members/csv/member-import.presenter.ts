/** What staff see of a file of members that is being taken in. */
import { ApiProperty } from '@nestjs/swagger';
import type { Page } from '../../../platform/http/page.dto.js';
import { type ImportStatus, type MemberImport, importStatuses } from './member-import.js';

export class MemberImportView {
  id: string;
  @ApiProperty({ enum: importStatuses })
  status: ImportStatus;
  /** Nothing was done: the numbers say what would have become of each line. */
  dryRun: boolean;
  /** Lines of members in the file. */
  total: number;
  /** New accounts. */
  created: number;
  changed: number;
  /** Those that were already as their lines say. */
  unchanged: number;
  /** Those that the report tells of. */
  refused: number;
  /** Whoever brought it. */
  startedById: string;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
}

export class MemberImportPage {
  items: MemberImportView[];
  nextCursor: string | null;
}

export function presentImport(found: MemberImport): MemberImportView {
  const { id, status, dryRun, total, startedById, createdAt, startedAt, endedAt } = found;
  const { created, changed, unchanged, refused } = found.outcomes;
  const counts = { created, changed, unchanged, refused };
  return { id, status, dryRun, total, ...counts, startedById, createdAt, startedAt, endedAt };
}

export function presentImports({ items, nextCursor }: Page<MemberImport>): MemberImportPage {
  return { items: items.map(presentImport), nextCursor };
}
