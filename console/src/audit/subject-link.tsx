/** What a deed was done to, as a way to its page where the console has one. */
import { Link, Typography } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { AuditEntry } from './audit-change.js';

/** By the audit's word for it; `:id` stands for its id. */
const pages: Record<string, string> = {
  article: '/articles/:id',
  author: '/authors/:id',
  section: '/sections/:id',
  tag: '/tags/:id',
  member: '/members/:id/show',
  institution: '/institutions/:id',
  plan: '/plans/:id',
  'webhook-event': '/webhook-events/:id/show',
  reconciliation: '/reconcile/:id/show',
};

export function SubjectLink() {
  const entry = useRecordContext<AuditEntry>();
  if (entry === undefined) return null;
  const { subject, subjectId } = entry;
  const page = pages[subject]?.replace(':id', encodeURIComponent(subjectId));
  return (
    <Typography component="span" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
      {page === undefined ? (
        subject
      ) : (
        <Link component={RouterLink} to={page}>
          {subject}
        </Link>
      )}{' '}
      <Typography component="span" variant="caption" color="textSecondary">
        {subjectId}
      </Typography>
    </Typography>
  );
}

/** Everything that something is done to. */
export const subjectChoices = [...Object.keys(pages), 'members', 'member-import', 'settings']
  .toSorted()
  .map((id) => ({ id, name: id }));
