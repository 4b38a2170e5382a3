/** What one deed changed: each field as it was and as it became. */
import { Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useRecordContext } from 'react-admin';

export interface AuditEntry {
  id: string;
  at: string;
  actorId: string | null;
  actor: { id: string; email: string; name: string | null } | null;
  action: string;
  subject: string;
  subjectId: string;
  detail: Record<string, unknown>;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  address: string | null;
}

export function AuditChange() {
  const entry = useRecordContext<AuditEntry>();
  if (entry === undefined) return null;
  const { before, after, detail, address, subject, subjectId, actor, actorId } = entry;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const more = Object.entries(detail);
  return (
    <Stack spacing={1} sx={{ p: 1 }}>
      {fields.length > 0 && (
        <Table
          size="small"
          aria-label="What it changed"
          sx={{ tableLayout: 'fixed', '& td, & th': { overflowWrap: 'anywhere' } }}
        >
          <TableHead>
            <TableRow>
              <TableCell>Field</TableCell>
              <TableCell>Before</TableCell>
              <TableCell>After</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {fields.map((field) => (
              <TableRow key={field}>
                <TableCell component="th" scope="row">
                  {field}
                </TableCell>
                <TableCell>{valueInWords(before?.[field])}</TableCell>
                <TableCell>{valueInWords(after?.[field])}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {more.map(([name, value]) => (
        <Typography key={name} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {name}: {valueInWords(value)}
        </Typography>
      ))}
      {fields.length + more.length === 0 && (
        <Typography variant="body2">Nothing else is kept of it.</Typography>
      )}
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        Done to {subject} {subjectId}
        {actorId === null ? '' : ` by ${actor?.email ?? actorId}`}
        {address === null ? '; no request caused it.' : `, from ${address}.`}
      </Typography>
    </Stack>
  );
}

function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
