/** Two at one article: says who has changed what meanwhile, and asks whose words shall stand. */
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../../parts/use-attempt.js';
import { momentInWords } from '../../words/dates.js';
import { countOf } from '../../words/numbers.js';
import { readDeeds } from '../article-calls.js';
import { differingFields, fieldsOf } from '../article-fields.js';
import { fieldsInWords } from '../article-words.js';
import type { Conflict } from './use-article-save.js';

interface ConflictDialogProps {
  conflict: Conflict;
  onKeepEditing: () => void;
  onLoad: () => void;
  onOverwrite: () => Promise<void>;
}

export function ConflictDialog(props: ConflictDialogProps) {
  const { conflict, onKeepEditing, onLoad, onOverwrite } = props;
  const { theirs, mine, before } = conflict;
  const { isBusy, refusal, attempt } = useAttempt();
  const { data: deeds } = useQuery({
    queryKey: ['of article', theirs.body.id, 'conflict', theirs.mark],
    queryFn: () => readDeeds(theirs.body.id),
  });
  const last = deeds?.items[0];
  const ofTheirs = differingFields(before, fieldsOf(theirs.body));
  const ofMine = Object.keys(mine);
  const both = ofMine.filter((field) => ofTheirs.includes(field));
  const isOfWords = both.some((field) => ['title', 'standfirst', 'bodyHtml'].includes(field));
  return (
    <Dialog open onClose={onKeepEditing} fullWidth maxWidth="sm" aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">Somebody was faster</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          {refusal !== null && <Alert severity="error">{refusal}</Alert>}
          <Typography>
            {last?.by ?? 'Somebody'} changed this article{' '}
            {momentInWords(last?.at ?? theirs.body.updatedAt)}
            {ofTheirs.length > 0 && `: ${fieldsInWords(ofTheirs)}`}.
          </Typography>
          <Typography>You have changed: {fieldsInWords(ofMine)}.</Typography>
          <Typography>
            {both.length > 0
              ? `If you overwrite, your ${fieldsInWords(both)} will stand instead of theirs.${isOfWords ? ' What was theirs stays among the versions.' : ''}`
              : 'You have changed different things: if you save yours too, nothing of theirs is lost.'}
          </Typography>
        </Stack>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button onClick={onKeepEditing}>Keep editing</Button>
        <Button onClick={onLoad}>Load theirs, drop mine</Button>
        <Button
          variant="contained"
          color={both.length > 0 ? 'error' : 'primary'}
          loading={isBusy}
          onClick={() => void attempt(onOverwrite)}
        >
          {both.length > 0
            ? `Overwrite ${countOf(both.length, 'field')} of theirs`
            : 'Save mine, too'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
