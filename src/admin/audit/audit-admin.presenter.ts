/** What staff see of the audit. */
import { ApiProperty } from '@nestjs/swagger';
import type { AuditEntry } from '../../platform/audit/audit-log.repository.js';
import type { Page } from '../../platform/http/page.dto.js';

export class AuditEntryView {
  id: string;
  at: Date;
  /** The account that acted; null for Broadsheet itself. */
  actorId: string | null;
  /** Like `member.refunded`. */
  action: string;
  /** What it was done to, like `member`. */
  subject: string;
  subjectId: string;
  /** What else is worth knowing; nothing secret, nothing personal. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  detail: Record<string, unknown>;
}

export class AuditPage {
  items: AuditEntryView[];
  nextCursor: string | null;
}

export function presentAudit({ items, nextCursor }: Page<AuditEntry>): AuditPage {
  return { items: items.map(presentEntry), nextCursor };
}

function presentEntry({ detail, ...entry }: AuditEntry): AuditEntryView {
  const { id, at, actorId, action, subject, subjectId } = entry;
  const known = detail as Record<string, unknown>;
  return { id, at, actorId, action, subject, subjectId, detail: known };
}
