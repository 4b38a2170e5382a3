/** Payments, refunds and disputes by month, and what comes in every month as things stand. */
import { Alert, Box, CircularProgress, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title } from 'react-admin';
import { api } from '../api/client.js';
import { sentenceOf } from '../api/refusal.js';
import { dayInWords } from '../words/dates.js';
import type { Revenue } from './revenue.js';
import { RevenueTable } from './revenue-table.js';

export default function RevenuePage() {
  const { data, error } = useQuery({
    queryKey: ['revenue'],
    queryFn: ({ signal }) => api.get<Revenue>('/admin/revenue', {}, signal),
  });
  return (
    <Box sx={{ py: 2, maxWidth: 960 }}>
      <Title title="Revenue" />
      {error !== null && <Alert severity="error">{sentenceOf(error)}</Alert>}
      {data === undefined && error === null && (
        <CircularProgress aria-label="The books are being read" />
      )}
      {data !== undefined && (
        <Stack spacing={3}>
          <Typography color="textSecondary">
            From the ledger, {dayInWords(data.from)} to {dayInWords(data.to)}, in months of UTC. It
            agrees with Stripe, or the reconciliation says where not.
          </Typography>
          {data.currencies.length === 0 && (
            <Typography>
              Nothing has been paid in this time. The first payment of a member stands here at once.
            </Typography>
          )}
          {data.currencies.map((each) => (
            <RevenueTable key={each.currency} revenue={each} />
          ))}
        </Stack>
      )}
    </Box>
  );
}
