/** How much was read through an institution lately, by the day and by the article; never by whom. */
import {
  Alert,
  Box,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useRecordContext } from 'react-admin';
import { api } from '../api/client.js';
import { sentenceOf } from '../api/refusal.js';
import { SectionCard } from '../parts/section-card.js';
import { calendarDay, shortCalendarDay } from '../words/dates.js';
import { count, countOf } from '../words/numbers.js';
import type { Institution } from './institution.js';

interface Usage {
  from: string;
  to: string;
  total: number;
  days: { day: string; reads: number }[];
  articles: { slug: string; title: string; reads: number }[];
}

const shownArticles = 10;

export function InstitutionUsage() {
  const institution = useRecordContext<Institution>();
  const id = institution?.id;
  const { data, error } = useQuery({
    queryKey: ['institutions', id, 'usage'],
    queryFn: ({ signal }) => api.get<Usage>(`/admin/institutions/${id}/usage`, {}, signal),
    enabled: id !== undefined,
  });
  return (
    <Box sx={{ width: { xs: '100%', lg: 380 }, flexShrink: 0 }}>
      <SectionCard title="Read through it">
        {error !== null && <Alert severity="error">{sentenceOf(error)}</Alert>}
        {data !== undefined && <Figures usage={data} />}
      </SectionCard>
    </Box>
  );
}

function Figures({ usage: { from, to, total, days, articles } }: { usage: Usage }) {
  const most = Math.max(1, ...days.map(({ reads }) => reads));
  if (total === 0) {
    return (
      <Typography color="textSecondary">
        Nothing was read through it from {calendarDay(from)} to {calendarDay(to)}.
      </Typography>
    );
  }
  return (
    <Stack spacing={2}>
      <Typography>
        {countOf(total, 'article')} read on {countOf(days.length, 'day')}, from {calendarDay(from)}{' '}
        to {calendarDay(to)}.
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {days.map(({ day, reads }) => (
          <Typography
            key={day}
            component="li"
            variant="body2"
            sx={{
              display: 'grid',
              gridTemplateColumns: '4em 1fr 4em',
              gap: 1,
              alignItems: 'center',
            }}
          >
            <span>{shortCalendarDay(day)}</span>
            <Box
              aria-hidden
              sx={{
                height: 8,
                borderRadius: 1,
                bgcolor: 'primary.main',
                width: `${(100 * reads) / most}%`,
              }}
            />
            <span>{count(reads)}</span>
          </Typography>
        ))}
      </Box>
      <Table size="small" aria-label="The most read">
        <TableHead>
          <TableRow>
            <TableCell>Article</TableCell>
            <TableCell align="right">Reads</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {articles.slice(0, shownArticles).map(({ slug, title, reads }) => (
            <TableRow key={slug}>
              <TableCell>{title}</TableCell>
              <TableCell align="right">{count(reads)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Stack>
  );
}
