/** Starts a reconciliation, after saying what it does and to how many. */
import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { DeedButton } from '../parts/deed-dialog.js';
import { countOf } from '../words/numbers.js';
import { lastFinished, startRun } from './run.js';

export function StartRun() {
  const navigate = useNavigate();
  const { data: last } = useQuery({
    queryKey: ['reconcile', 'last finished'],
    queryFn: ({ signal }) => lastFinished(signal),
  });
  const whom =
    last === undefined || last === null ? 'every customer' : countOf(last.compared, 'customer');
  return (
    <DeedButton
      label="Compare now…"
      button={{ variant: 'contained' }}
      title="Compare our books with Stripe?"
      verb={`Compare ${whom} with Stripe`}
      deed={async () => {
        const { id } = await startRun();
        await navigate(`/reconcile/${id}/show`);
      }}
    >
      <Typography>
        Stripe is asked about each customer, one after the other, and our books are mended where
        they differ: a membership may begin or end by it, as Stripe has it.
      </Typography>
      <Typography color="textSecondary">
        {last === undefined || last === null
          ? 'Nobody has done so yet. '
          : `Last time: ${countOf(last.compared, 'customer')}, and ${countOf(last.differed, 'difference')}. `}
        It goes on while readers read; nobody is charged by it. One that is under way is joined.
      </Typography>
    </DeedButton>
  );
}
