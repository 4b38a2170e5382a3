/** Words by which staff find a member again: shown, and changed all at once. */
import { Alert, Autocomplete, Button, Chip, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { api } from '../../api/client.js';
import type { MemberFile } from '../member.js';
import { SectionCard } from '../../parts/section-card.js';
import { useAttempt } from '../../parts/use-attempt.js';

export function LabelsCard({ member }: { member: MemberFile }) {
  const [isOpen, setOpen] = useState(false);
  const { labels } = member;
  return (
    <SectionCard
      title="Labels"
      aside={
        !isOpen && (
          <Button size="small" variant="outlined" color="secondary" onClick={() => setOpen(true)}>
            Change labels
          </Button>
        )
      }
    >
      {isOpen ? (
        <LabelsForm member={member} onClose={() => setOpen(false)} />
      ) : labels.length === 0 ? (
        <Typography color="textSecondary">
          None. A label, like press-club, lets you find her and others of its kind again.
        </Typography>
      ) : (
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          {labels.map((label) => (
            <Chip key={label} label={label} size="small" />
          ))}
        </Stack>
      )}
    </SectionCard>
  );
}

function LabelsForm({ member, onClose }: { member: MemberFile; onClose: () => void }) {
  const [labels, setLabels] = useState(member.labels);
  const [typed, setTyped] = useState('');
  const { isBusy, refusal, attempt } = useAttempt();
  const refresh = useRefresh();
  const notify = useNotify();
  const save = () =>
    attempt(async () => {
      // What stands in the field and was not confirmed is meant, too.
      const all = typed.trim() === '' ? labels : [...labels, typed];
      await api.put(`/admin/members/${member.id}/labels`, { labels: all });
      notify('The labels are changed.', { type: 'success' });
      refresh();
      onClose();
    });
  return (
    <Stack spacing={1.5}>
      {refusal !== null && <Alert severity="error">{refusal}</Alert>}
      <Autocomplete
        multiple
        freeSolo
        options={[]}
        value={labels}
        onChange={(_event, next) => setLabels(next)}
        inputValue={typed}
        onInputChange={(_event, next) => setTyped(next)}
        renderInput={(field) => (
          <TextField
            {...field}
            label="Labels"
            autoFocus
            helperText="Lower case letters, digits and hyphens. Enter takes one."
          />
        )}
      />
      <Stack direction="row" spacing={1}>
        <Button variant="contained" size="small" loading={isBusy} onClick={() => void save()}>
          Save labels
        </Button>
        <Button size="small" onClick={onClose}>
          Leave them
        </Button>
      </Stack>
    </Stack>
  );
}
