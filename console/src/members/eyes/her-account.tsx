/** What a member is told about herself. */
import { Stack, Typography } from '@mui/material';
import { countOf } from '../../words/numbers.js';
import { dayInWords } from '../../words/dates.js';
import type { Allowance, Membership } from '../member.js';
import { standingInWords } from '../standing.js';
import { AsHer } from './look.js';

interface Me {
  email: string;
  name: string | null;
  membership: Membership;
  meter: Allowance | null;
}

export function HerAccount() {
  return (
    <AsHer<Me> path="/me">
      {({ email, name, membership, meter }) => (
        <Stack spacing={1.5}>
          <Typography variant="h5" component="h2">
            {name ?? email}
          </Typography>
          <Typography color="textSecondary">{email}</Typography>
          {standingInWords(membership, membership.price === null).map((sentence) => (
            <Typography key={sentence}>{sentence}</Typography>
          ))}
          <Typography>
            {membership.access
              ? 'She reads what members read.'
              : 'She does not read what members read.'}
          </Typography>
          {meter !== null && !membership.access && (
            <Typography>
              {countOf(meter.remaining, 'free article')} of {meter.limit} left until{' '}
              {dayInWords(meter.resetsAt)}.
            </Typography>
          )}
        </Stack>
      )}
    </AsHer>
  );
}
