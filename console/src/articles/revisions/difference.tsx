/** What differs between two versions, as words: taken out is struck through, added is underlined. */
import { Alert, Box, Paper, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../../api/refusal.js';
import { serif } from '../../layout/theme.js';
import { count } from '../../words/numbers.js';
import { type Block, compare, type Comparison, type Piece } from './revision-calls.js';

interface DifferenceProps {
  articleId: string;
  from: number;
  to: number;
}

export function Difference({ articleId, from, to }: DifferenceProps) {
  const { data, error } = useQuery({
    queryKey: ['of article', articleId, 'compared', from, to],
    queryFn: () => compare(articleId, from, to),
    staleTime: Infinity,
  });
  if (error !== null) return <Alert severity="error">{sentenceOf(error)}</Alert>;
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-label="What differs"
      sx={{ p: { xs: 2, sm: 3 }, maxWidth: '46rem' }}
    >
      <Typography component="h2" variant="h6">
        From version {from} to version {to}
      </Typography>
      {data !== undefined && <Compared comparison={data} />}
    </Paper>
  );
}

function Compared({ comparison }: { comparison: Comparison }) {
  const { title, standfirst, blocks, precision } = comparison;
  const changed = blocks.filter(({ kind }) => kind !== 'same').length;
  return (
    <Stack
      spacing={1.5}
      sx={{
        mt: 1,
        fontFamily: serif,
        '& ins': { color: 'success.main', fontWeight: 600 },
        '& del': { color: 'error.main' },
      }}
    >
      <Typography variant="body2" color="textSecondary">
        {changed === 0
          ? 'The text is the same.'
          : `${count(changed)} of ${count(blocks.length)} paragraphs differ.`}
        {precision === 'blocks' && ' Some are too different to be compared word by word.'}
      </Typography>
      <Box sx={{ fontSize: '1.4rem', fontWeight: 600 }}>
        <Pieces pieces={title} />
      </Box>
      <Box sx={{ color: 'text.secondary' }}>
        <Pieces pieces={standfirst} />
      </Box>
      {runsOf(blocks).map((run) =>
        typeof run === 'number' ? (
          <Typography key={`same-${run}`} variant="body2" color="textSecondary">
            …
          </Typography>
        ) : (
          <OneBlock key={run.at} block={run.block} />
        ),
      )}
    </Stack>
  );
}

/** What did not change is left out, but for the block before and after what did. */
function runsOf(blocks: readonly Block[]): ({ at: string; block: Block } | number)[] {
  const isNear = (index: number): boolean =>
    [index - 1, index, index + 1].some((at) => blocks[at] && blocks[at].kind !== 'same');
  return blocks.flatMap<{ at: string; block: Block } | number>((block, index) => {
    if (isNear(index)) return [{ at: `block-${index}`, block }];
    return index === 0 || isNear(index - 1) ? [index] : [];
  });
}

const markerWords = 'Members read on from here';

function OneBlock({ block: { kind, tag, pieces } }: { block: Block }) {
  const isMarker = tag === 'paywall';
  const shown: Piece[] = isMarker
    ? [{ kind: kind === 'changed' ? 'same' : kind, text: markerWords }]
    : pieces.length > 0
      ? pieces
      : [{ kind: kind === 'changed' ? 'same' : kind, text: '(nothing to read)' }];
  const isQuiet = kind === 'changed' && shown.every((piece) => piece.kind === 'same');
  const isHeading = /^h[2-4]$/.test(tag);
  return (
    <Box
      sx={{
        pl: 1.5,
        borderLeft: 3,
        borderColor: kind === 'same' ? 'transparent' : 'primary.main',
        ...(isMarker && { borderTop: '2px dashed', borderTopColor: 'primary.main' }),
        ...(isHeading && { fontWeight: 600 }),
      }}
    >
      <Pieces pieces={shown} />
      {isQuiet && (
        <Typography variant="body2" color="textSecondary">
          Only a link, an emphasis or a picture differs.
        </Typography>
      )}
    </Box>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map(({ kind, text }) => {
    const key = `${kind}-${(at += text.length + 1)}`;
    if (kind === 'added') return <ins key={key}>{text}</ins>;
    if (kind === 'removed') return <del key={key}>{text}</del>;
    return <span key={key}>{text}</span>;
  });
}
