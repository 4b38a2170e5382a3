/** The lines of a file that were refused, and why; all of them as a file, to be mended and brought again. */
import {
  Alert,
  Button,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import { sentenceOf } from '../../api/refusal.js';
import { countOf } from '../../words/numbers.js';
import { saveFile } from '../export/save-file.js';
import { SectionCard } from '../../parts/section-card.js';
import { readCsvText } from './csv-text.js';
import type { MemberImport } from './member-import.js';

/** More of them are read in the file. */
const shown = 100;

export function RefusedLines({ of: { id, refused } }: { of: MemberImport }) {
  const { data: report, error } = useQuery({
    queryKey: ['member imports', id, 'report'],
    queryFn: () => api.file(`/admin/members/imports/${id}/report`),
    staleTime: Infinity,
  });
  const { data: lines = [] } = useQuery({
    queryKey: ['member imports', id, 'report', 'lines'],
    queryFn: async () => readCsvText((await report?.text()) ?? '').slice(1),
    enabled: report !== undefined,
    staleTime: Infinity,
  });
  return (
    <SectionCard
      title={`${countOf(refused, 'line')} refused`}
      aside={
        report !== undefined && (
          <Button
            size="small"
            variant="outlined"
            color="secondary"
            onClick={() => saveFile(report, 'refused-lines.csv')}
          >
            Save them as a file
          </Button>
        )
      }
    >
      {error !== null && <Alert severity="error">{sentenceOf(error)}</Alert>}
      <Table size="small" aria-label="Lines that were refused">
        <TableHead>
          <TableRow>
            <TableCell>Line</TableCell>
            <TableCell>Address</TableCell>
            <TableCell>Why</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.slice(0, shown).map(([line = '', email = '', , message = '']) => (
            <TableRow key={line}>
              <TableCell>{line}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{email === '' ? '–' : email}</TableCell>
              <TableCell>{message}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {lines.length > shown && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          These are the first {shown}; all of them are in the file.
        </Typography>
      )}
    </SectionCard>
  );
}
