/** What the desk is told of an article's deeds: who did what when, and which fields it changed. */
import type { AuditEntry } from '../../platform/audit/audit-log.repository.js';
import type { Page } from '../../platform/http/page.dto.js';

export class ArticleDeedView {
  id: string;
  at: Date;
  /** What whoever did it is called; null for Broadsheet itself, and for who is gone. */
  by: string | null;
  /** Like `article.edited`. */
  deed: string;
  /** Names of the fields that it changed; none where it changed standfirst or text, which are kept as revisions. */
  fields: string[];
}

export class ArticleDeedPage {
  items: ArticleDeedView[];
  nextCursor: string | null;
}

export function presentDeeds(
  { items, nextCursor }: Page<AuditEntry>,
  called: ReadonlyMap<string, string>,
): ArticleDeedPage {
  return { items: items.map((entry) => presentDeed(entry, called)), nextCursor };
}

function presentDeed(
  { id, at, actorId, action, before, after }: AuditEntry,
  called: ReadonlyMap<string, string>,
): ArticleDeedView {
  return {
    id,
    at,
    by: called.get(actorId ?? '') ?? null,
    deed: action,
    fields: [...new Set([...namesIn(before), ...namesIn(after)])],
  };
}

/** That each edit counts is no news. */
const namesIn = (fields: unknown): string[] =>
  Object.keys(fields ?? {}).filter((name) => name !== 'version');
