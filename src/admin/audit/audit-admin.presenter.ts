/** What staff see of the audit. */
import { ApiProperty } from '@nestjs/swagger';
import type { AuditEntry } from '../../platform/audit/audit-log.repository.js';
import type { Page } from '../../platform/http/page.dto.js';
import type { Actor } from '../../users/staff/actors.repository.js';

/** The account that acted, as it is called now. */
export class ActorView {
  id: string;
  email: string;
  name: string | null;
}

export class AuditEntryView {
  id: string;
  at: Date;
  /** The account that acted; null for Broadsheet itself. */
  actorId: string | null;
  /** Null also where the account is not there any more. */
  actor: ActorView | null;
  /** Like `member.refunded`. */
  action: string;
  /** What it was done to, like `member`. */
  subject: string;
  subjectId: string;
  /** What else is worth knowing; nothing secret, nothing personal. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  detail: Record<string, unknown>;
  /** The fields that the deed changed, as they were; null where it changed none that are kept. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  before: Record<string, unknown> | null;
  /** The same fields as they were afterwards. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  after: Record<string, unknown> | null;
  /** The address that the request came from; null for what no request caused. */
  address: string | null;
}

export class AuditPage {
  items: AuditEntryView[];
  nextCursor: string | null;
}

/** Whom to look up. */
export const actorsOf = ({ items }: Page<AuditEntry>): string[] => [
  ...new Set(items.flatMap(({ actorId }) => actorId ?? [])),
];

export function presentAudit(
  { items, nextCursor }: Page<AuditEntry>,
  called: readonly Actor[],
): AuditPage {
  const actors = new Map(called.map((actor) => [actor.id, actor]));
  return {
    items: items.map((entry) => presentEntry(entry, actors.get(entry.actorId ?? ''))),
    nextCursor,
  };
}

function presentEntry(entry: AuditEntry, actor: Actor | undefined): AuditEntryView {
  const { id, at, actorId, action, subject, subjectId, address } = entry;
  return {
    id,
    at,
    actorId,
    actor: actor ?? null,
    action,
    subject,
    subjectId,
    detail: entry.detail as Record<string, unknown>,
    before: entry.before as Record<string, unknown> | null,
    after: entry.after as Record<string, unknown> | null,
    address,
  };
}
