/** One reconciliation: how far it is while it goes on, and what it found. */
import { Alert, Box, LinearProgress, Link, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router';
import { api } from '../api/client.js';
import { sentenceOf } from '../api/refusal.js';
import { momentInWords } from '../words/dates.js';
import { count, countOf } from '../words/numbers.js';
import { Findings } from './findings.js';
import { lastFinished, type Run, type RunWithFindings, starterInWords } from './run.js';

/** Milliseconds between two looks at one that goes on. */
const patience = 1_500;

export default function RunPage() {
  const { id = '' } = useParams();
  const { data: run, error } = useQuery({
    queryKey: ['reconcile', 'run', id],
    queryFn: ({ signal }) => api.get<RunWithFindings>(`/admin/reconcile/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.finishedAt === null ? patience : false),
  });
  if (error !== null) return <Alert severity="error">{sentenceOf(error)}</Alert>;
  if (run === undefined) return null;
  return (
    <Stack spacing={2} sx={{ py: 2 }}>
      <Title title="Reconciliation" />
      <Link component={RouterLink} to="/reconcile" variant="body2">
        All reconciliations
      </Link>
      <Typography>
        Begun {momentInWords(run.startedAt)}. {starterInWords(run.startedBy)}.
      </Typography>
      {run.finishedAt === null ? <Progress run={run} /> : <Outcome run={run} />}
      <Findings findings={run.findings} />
    </Stack>
  );
}

/** Nobody counts before: the last one tells how long the way is. */
function Progress({ run }: { run: Run }) {
  const { data: last } = useQuery({
    queryKey: ['reconcile', 'last finished'],
    queryFn: ({ signal }) => lastFinished(signal),
  });
  const expected = last?.compared ?? 0;
  const share = expected === 0 ? null : Math.min(99, (run.compared / expected) * 100);
  const soFar = `${countOf(run.compared, 'customer')} compared so far`;
  return (
    <Box role="status">
      <Typography gutterBottom>
        {soFar}
        {share === null ? '' : ` of about ${count(expected)}`}
        {run.differed === 0 ? '.' : `; ${count(run.differed)} differed and were mended.`}
      </Typography>
      <LinearProgress
        aria-label="How far it is"
        {...(share === null ? {} : { variant: 'determinate' as const, value: share })}
      />
    </Box>
  );
}

function Outcome({ run }: { run: Run }) {
  const { compared, differed, failed, finishedAt } = run;
  const whom = countOf(compared, 'customer');
  return (
    <Alert severity={failed > 0 ? 'error' : differed > 0 ? 'warning' : 'success'} role="status">
      {differed === 0
        ? `Our books agree with Stripe about ${whom}.`
        : `${whom} compared; ${count(differed)} differed, and our books were mended.`}
      {failed > 0 && ` ${countOf(failed, 'customer')} could not be compared: try again later.`}
      {finishedAt !== null && ` Ended ${momentInWords(finishedAt)}.`}
    </Alert>
  );
}
