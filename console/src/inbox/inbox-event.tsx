/** One event: what became of it and why, and nothing of what stands in it. */
import { Alert, Box, Card, CardContent, Link, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RecordContextProvider, Title } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router';
import { api } from '../api/client.js';
import { sentenceOf } from '../api/refusal.js';
import { momentInWords } from '../words/dates.js';
import { count } from '../words/numbers.js';
import { isSettled, type ReceivedEvent, statuses } from './received-event.js';
import { RetryEvent } from './retry.js';
import { StatusChip } from './status-chip.js';

/** Milliseconds between two looks at one that is not settled. */
const patience = 2_000;

export default function InboxEvent() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['webhook-events', 'event', id],
    queryFn: ({ signal }) =>
      api.get<ReceivedEvent>(`/admin/webhook-events/${encodeURIComponent(id)}`, {}, signal),
    refetchInterval: ({ state }) =>
      state.data === undefined || isSettled(state.data) ? false : patience,
  });
  if (error !== null) return <Alert severity="error">{sentenceOf(error)}</Alert>;
  if (data === undefined) return null;
  return (
    <RecordContextProvider value={data}>
      <Title title={data.type} />
      <Box sx={{ py: 2, maxWidth: 720 }}>
        <Link component={RouterLink} to="/webhook-events" variant="body2">
          Back to the inbox
        </Link>
        <Card sx={{ my: 2 }}>
          <CardContent>
            <Facts event={data} />
          </CardContent>
        </Card>
        <RetryEvent event={data} onDone={refetch} />
      </Box>
    </RecordContextProvider>
  );
}

function Facts({ event }: { event: ReceivedEvent }) {
  const { id, customer, wasReplayed, attempts, lastError, receivedAt, processedAt } = event;
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'max-content 1fr' },
        columnGap: 3,
        rowGap: { xs: 0, sm: 1 },
        m: 0,
      }}
    >
      <Fact term="Status">
        <StatusChip /> {statuses[event.status].means}
      </Fact>
      {lastError !== null && <Fact term="Why it failed">{lastError}</Fact>}
      <Fact term="Failures">{count(attempts)}</Fact>
      <Fact term="Stripe’s id">{id}</Fact>
      <Fact term="Customer">{customer ?? 'None, or not known yet'}</Fact>
      <Fact term="Received">
        {momentInWords(receivedAt)}
        {wasReplayed ? ', found in Stripe’s own list: no delivery came' : ''}
      </Fact>
      <Fact term="Done">{processedAt === null ? 'Not yet' : momentInWords(processedAt)}</Fact>
    </Box>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <Typography component="dt" variant="body2" color="textSecondary">
        {term}
      </Typography>
      <Typography
        component="dd"
        variant="body2"
        sx={{ m: 0, mb: { xs: 1, sm: 0 }, overflowWrap: 'anywhere' }}
      >
        {children}
      </Typography>
    </>
  );
}
