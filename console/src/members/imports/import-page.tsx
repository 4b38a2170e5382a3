/** One file of members on its way: how far it is, what became of its lines, and what to do next. */
import { Alert, Box, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title } from 'react-admin';
import { Link as RouterLink, useNavigate, useParams } from 'react-router-dom';
import { api } from '../../api/client.js';
import { sentenceOf } from '../../api/refusal.js';
import { DeedButton } from '../../parts/deed-dialog.js';
import { momentInWords } from '../../words/dates.js';
import { count, countOf } from '../../words/numbers.js';
import { Facts } from '../../parts/facts.js';
import { SectionCard } from '../../parts/section-card.js';
import { bring } from './bring.js';
import { fileInHand } from './files-in-hand.js';
import { hasEnded, type MemberImport, settledOf } from './member-import.js';
import { RefusedLines } from './refused-lines.js';

const everyMilliseconds = 700;

export default function ImportPage() {
  const { id = '' } = useParams();
  const { data, error } = useQuery({
    queryKey: ['member imports', id],
    queryFn: ({ signal }) => api.get<MemberImport>(`/admin/members/imports/${id}`, {}, signal),
    refetchInterval: ({ state }) =>
      state.data !== undefined && hasEnded(state.data) ? false : everyMilliseconds,
  });
  return (
    <Box sx={{ py: 2, maxWidth: 900 }}>
      <Title title={data?.dryRun === true ? 'A file is checked' : 'A file is taken in'} />
      {error !== null && <Alert severity="error">{sentenceOf(error)}</Alert>}
      {data !== undefined && (
        <Stack spacing={2}>
          <Course brought={data} />
          {data.refused > 0 && hasEnded(data) && <RefusedLines of={data} />}
        </Stack>
      )}
    </Box>
  );
}

function Course({ brought }: { brought: MemberImport }) {
  const { dryRun, total, created, changed, unchanged, refused, createdAt, endedAt } = brought;
  const settled = settledOf(brought);
  const would = dryRun ? 'Would be ' : '';
  return (
    <SectionCard title={titleOf(brought)}>
      <Stack spacing={2}>
        <div>
          <LinearProgress
            variant="determinate"
            value={total === 0 ? 0 : (100 * settled) / total}
            aria-label="Lines that are settled"
          />
          <Typography variant="body2" sx={{ mt: 1 }} role="status">
            {count(settled)} of {countOf(total, 'line')}
          </Typography>
        </div>
        <Facts
          of={[
            [`${would}new`, countOf(created, 'account')],
            [`${would}changed`, countOf(changed, 'account')],
            ['As they are already', countOf(unchanged, 'account')],
            [`${would}refused`, countOf(refused, 'line')],
            ['Brought', momentInWords(createdAt)],
            ['Ended', endedAt === null ? null : momentInWords(endedAt)],
          ]}
        />
        {hasEnded(brought) && <Next after={brought} />}
      </Stack>
    </SectionCard>
  );
}

function titleOf(brought: MemberImport): string {
  if (brought.status === 'failed') return 'It was given up';
  if (brought.dryRun) return hasEnded(brought) ? 'Nothing was changed yet' : 'The file is checked';
  return hasEnded(brought) ? 'The file is taken in' : 'The file is being taken in';
}

function Next({ after }: { after: MemberImport }) {
  const { id, dryRun, created, changed } = after;
  if (!dryRun) {
    return (
      <>
        <Typography>
          Bringing the same file again is safe: what is as it says already stays unchanged, and
          lines that you have mended are taken in.
        </Typography>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          <Button component={RouterLink} to="/member-imports" variant="outlined">
            Bring another file
          </Button>
          <Button component={RouterLink} to="/members">
            To the members
          </Button>
        </Stack>
      </>
    );
  }
  const file = fileInHand(id);
  if (created + changed === 0) {
    return (
      <Alert severity="info">
        There is nothing to take in: every line is refused or as it is already.
      </Alert>
    );
  }
  return file === undefined ? (
    <Alert severity="info">
      The file itself is not here any more.{' '}
      <RouterLink to="/member-imports">Choose it again</RouterLink> to take it in.
    </Alert>
  ) : (
    <TakeIn file={file} checked={after} />
  );
}

function TakeIn({ file, checked }: { file: File; checked: MemberImport }) {
  const navigate = useNavigate();
  const { created, changed, unchanged, refused } = checked;
  const members = countOf(created + changed, 'member');
  const takeIn = async () => {
    const { id } = await bring(file, false);
    await navigate(`/member-imports/${id}`);
  };
  return (
    <DeedButton
      label={`Take in ${members}…`}
      title={`Take in ${members}?`}
      verb={`Take in ${members}`}
      deed={takeIn}
      button={{ variant: 'contained', sx: { alignSelf: 'flex-start' } }}
    >
      <Typography>
        {file.name} opens {countOf(created, 'new account')} and changes{' '}
        {countOf(changed, 'known account')}.
        {countOf(unchanged, 'account stays as it is', 'accounts stay as they are')}, and{' '}
        {countOf(refused, 'line is left out', 'lines are left out')}.
      </Typography>
      <Typography>
        Nobody gets a mail by it and nobody is billed. Accounts that it opens are not taken away
        again by one press; each would be deleted by itself.
      </Typography>
    </DeedButton>
  );
}
