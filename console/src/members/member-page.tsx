/** One member: who she is, what she holds, what happened, and what can be done for her. */
import { Alert, Box, CircularProgress, Stack, Typography } from '@mui/material';
import { ShowBase, Title, useShowContext } from 'react-admin';
import { sentenceOf } from '../api/refusal.js';
import { dayInWords } from '../words/dates.js';
import { AccountCard } from './file/account-card.js';
import { LabelsCard } from './file/labels-card.js';
import { NotesCard } from './file/notes-card.js';
import { PaymentsCard } from './file/payments-card.js';
import { ReadingCard, SessionsCard } from './file/reading-card.js';
import { StandingCard } from './file/standing-card.js';
import { calledName, type MemberFile } from './member.js';
import { Timeline } from './timeline/timeline.js';

export default function MemberPage() {
  return (
    <ShowBase>
      <MemberFileInHand />
    </ShowBase>
  );
}

/** On a phone one below the other, with the long timeline at the end. */
const desk = {
  display: 'grid',
  gap: 2,
  py: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 360px' },
  gridTemplateAreas: {
    xs: '"head" "holds" "about" "life"',
    lg: '"head head" "holds about" "life about"',
  },
  gridTemplateRows: { lg: 'auto auto 1fr' },
} as const;

function MemberFileInHand() {
  const { record: member, error } = useShowContext<MemberFile>();
  if (error != null) return <Alert severity="error">{sentenceOf(error)}</Alert>;
  // What the list knows of her comes at once, and is not all.
  if (member === undefined || !('memberships' in member)) {
    return <CircularProgress aria-label="Her file is on its way" sx={{ m: 2 }} />;
  }
  const { deletedAt, name, email } = member;
  return (
    <Box sx={desk}>
      <Title title={deletedAt === null ? calledName(member) : 'A deleted account'} />
      <Box sx={{ gridArea: 'head' }}>
        {deletedAt === null ? (
          <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {name === null ? 'She has not told her name.' : email}
          </Typography>
        ) : (
          <Alert severity="info">
            This account was deleted on {dayInWords(deletedAt)}. Only its books are left.
          </Alert>
        )}
      </Box>
      <Stack spacing={2} sx={{ gridArea: 'holds' }}>
        <StandingCard member={member} />
        <PaymentsCard member={member} />
      </Stack>
      <Stack spacing={2} sx={{ gridArea: 'about' }}>
        <AccountCard member={member} />
        {deletedAt === null && <LabelsCard member={member} />}
        <NotesCard member={member} />
        <ReadingCard member={member} />
        <SessionsCard member={member} />
      </Stack>
      <Box sx={{ gridArea: 'life', minWidth: 0 }}>
        <Timeline memberId={member.id} />
      </Box>
    </Box>
  );
}
