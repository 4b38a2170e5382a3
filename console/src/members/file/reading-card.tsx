/** What a member reads by the meter, what she gave away, and where she is signed in. */
import { Box, LinearProgress, Stack, Typography } from '@mui/material';
import { dayInWords, momentInWords } from '../../words/dates.js';
import { count, countOf } from '../../words/numbers.js';
import type { MemberFile } from '../member.js';
import { SectionCard } from '../../parts/section-card.js';

const shownReads = 5;

export function ReadingCard({ member }: { member: MemberFile }) {
  const { meter, reads, gifts, membership } = member;
  return (
    <SectionCard title="Free articles">
      {meter !== null && (
        <Stack spacing={0.5}>
          <Typography variant="body2">
            {count(meter.used)} of {countOf(meter.limit, 'free article')} used; anew on{' '}
            {dayInWords(meter.resetsAt)}.{membership.access && ' As a member she needs none.'}
          </Typography>
          <LinearProgress
            variant="determinate"
            aria-label="Free articles used"
            value={meter.limit === 0 ? 100 : Math.min(100, (100 * meter.used) / meter.limit)}
          />
        </Stack>
      )}
      <Plain
        of={reads
          .slice(0, shownReads)
          .map(({ slug, title, readAt }) => [slug, `${title}, ${dayInWords(readAt)}`])}
      />
      {gifts.length > 0 && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          She gave {countOf(gifts.length, 'article')} away.
        </Typography>
      )}
    </SectionCard>
  );
}

export function SessionsCard({ member }: { member: MemberFile }) {
  const { sessions } = member;
  return (
    <SectionCard title="Signed in">
      {sessions.length === 0 ? (
        <Typography color="textSecondary">Nowhere at the moment.</Typography>
      ) : (
        <Plain
          of={sessions.map(({ id, device, kind, lastUsedAt }) => [
            id,
            `${device}${kind === 'token' ? ' (by the API)' : ''}, last on ${momentInWords(lastUsedAt)}`,
          ])}
        />
      )}
    </SectionCard>
  );
}

function Plain({ of }: { of: readonly (readonly [key: string, words: string])[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, my: 1 }}>
      {of.map(([key, words]) => (
        <Typography key={key} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {words}
        </Typography>
      ))}
    </Box>
  );
}
