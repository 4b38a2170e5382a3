/** The versions of an article's words: which there are, what differs between two, and the way back to one. */
import {
  Alert,
  Button,
  Radio,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../../api/refusal.js';
import { DeedButton } from '../../parts/deed-dialog.js';
import { momentInWords } from '../../words/dates.js';
import { count } from '../../words/numbers.js';
import type { ArticleInHand } from '../article-calls.js';
import { useTaken } from '../use-taken.js';
import { Difference } from './difference.js';
import { type Revision, readRevisions, restore } from './revision-calls.js';

/** What a narrow screen does without. */
const wide = { display: { xs: 'none', md: 'table-cell' } };

interface VersionsProps {
  inHand: ArticleInHand;
  isReadOnly: boolean;
}

export function Versions({ inHand, isReadOnly }: VersionsProps) {
  const { id } = inHand.body;
  const { data, error, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['of article', id, 'revisions'],
    queryFn: ({ pageParam }) => readRevisions(id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const [chosen, setChosen] = useState<{ from?: number; to?: number }>({});
  const revisions = data?.pages.flatMap(({ items }) => items) ?? [];
  // At first: what the last edit has changed.
  const to = chosen.to ?? revisions[0]?.number;
  const from = chosen.from ?? revisions[1]?.number;
  return (
    <Stack spacing={3}>
      {error !== null && <Alert severity="error">{sentenceOf(error)}</Alert>}
      <TableContainer>
        <Table size="small" aria-label="Versions, the newest first">
          <TableHead>
            <TableRow>
              <TableCell>From</TableCell>
              <TableCell>To</TableCell>
              <TableCell>Version</TableCell>
              <TableCell>By</TableCell>
              <TableCell sx={wide}>Headline</TableCell>
              <TableCell align="right" sx={wide}>
                Words
              </TableCell>
              <TableCell>Way back</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {revisions.map((revision) => (
              <TableRow key={revision.number}>
                {(['from', 'to'] as const).map((end) => (
                  <TableCell key={end} padding="checkbox">
                    <Radio
                      size="small"
                      checked={(end === 'from' ? from : to) === revision.number}
                      onChange={() => setChosen({ ...chosen, [end]: revision.number })}
                      name={`compare-${end}`}
                      slotProps={{
                        input: { 'aria-label': `Compare ${end} version ${revision.number}` },
                      }}
                    />
                  </TableCell>
                ))}
                <TableCell>
                  {revision.number}, {momentInWords(revision.createdAt)}
                </TableCell>
                <TableCell>{revision.editor ?? '–'}</TableCell>
                <TableCell sx={wide}>{revision.title}</TableCell>
                <TableCell align="right" sx={wide}>
                  {count(revision.words)}
                </TableCell>
                <TableCell>
                  <WayBack revision={revision} inHand={inHand} isReadOnly={isReadOnly} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>Older versions</Button>}
      {revisions.length === 1 && (
        <Typography color="textSecondary">
          There is one version so far. Each change of headline, standfirst or text makes another.
        </Typography>
      )}
      {from !== undefined && to !== undefined && from !== to && (
        <Difference articleId={id} from={from} to={to} />
      )}
    </Stack>
  );
}

function WayBack({ revision, inHand, isReadOnly }: VersionsProps & { revision: Revision }) {
  const take = useTaken();
  const { id } = inHand.body;
  const { number, title, createdAt } = revision;
  if (revision.current) return <Typography variant="body2">Current</Typography>;
  if (isReadOnly) return null;
  return (
    <DeedButton
      label="Restore…"
      button={{ size: 'small', 'aria-label': `Restore version ${number}` }}
      title={`Go back to version ${number}?`}
      verb={`Restore version ${number}`}
      done={`The words of version ${number} stand again.`}
      deed={async () => take(await restore(id, number, inHand.mark ?? '*'))}
    >
      <Typography>
        Headline, standfirst and text become those of {momentInWords(createdAt)}: “{title}”. They
        make a new version, so that this can be undone, too.
        {inHand.body.status === 'published' && ' Readers see them at once.'}
      </Typography>
      <Typography>What you have not saved yet is lost.</Typography>
    </DeedButton>
  );
}
