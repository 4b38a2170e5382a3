/** What a member holds, what comes next, and what can be done about it. */
import { Alert, Link, Stack, Typography } from '@mui/material';
import { dayInWords } from '../../words/dates.js';
import { count, countOf } from '../../words/numbers.js';
import { MembershipDeeds } from '../deeds/membership-deeds.js';
import { isGiven, type MemberFile } from '../member.js';
import { priceInWords } from '../../plans/price.js';
import { standingInWords } from '../standing.js';
import { StateChip } from '../state-chip.js';
import { Facts } from '../../parts/facts.js';
import { SectionCard } from '../../parts/section-card.js';

export function StandingCard({ member }: { member: MemberFile }) {
  const { membership, memberships, hasHadTrial, deletedAt } = member;
  const { state, price, seats, payUrl, access } = membership;
  const hasGiven = isGiven(member);
  return (
    <SectionCard title="Membership" aside={<StateChip state={state} />}>
      <Stack spacing={2}>
        <Typography>{standingInWords(membership, hasGiven).join(' ')}</Typography>
        {payUrl !== null && (
          <Alert severity="warning">
            She can pay what is open on <Link href={payUrl}>Stripe’s page of the invoice</Link>.
          </Alert>
        )}
        <Facts
          of={[
            ['Reads now', access ? 'all that members read' : 'what is open to her without one'],
            ['Price', price === null ? null : priceInWords(price)],
            ['Seats', seats > 1 ? count(seats) : null],
            ['Trial', hasHadTrial ? 'Her one trial is used.' : 'She has not had one.'],
            ['Since', memberships.length === 0 ? null : sinceOf(member)],
          ]}
        />
        {deletedAt === null && <MembershipDeeds member={member} />}
      </Stack>
    </SectionCard>
  );
}

function sinceOf({ memberships }: MemberFile): string {
  const first = memberships.at(-1);
  if (first === undefined) return '';
  const since = dayInWords(first.startedAt);
  return memberships.length === 1
    ? since
    : `${since}, with ${countOf(memberships.length, 'membership')} in all`;
}
