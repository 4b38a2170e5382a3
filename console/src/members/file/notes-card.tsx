/** What staff noted about a member, and a field for the next note. */
import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { api } from '../../api/client.js';
import { DeedButton } from '../../parts/deed-dialog.js';
import { momentInWords } from '../../words/dates.js';
import type { MemberFile, Note } from '../member.js';
import { StaffName } from '../staff-name.js';
import { SectionCard } from '../../parts/section-card.js';
import { useAttempt } from '../../parts/use-attempt.js';

const longestNote = 5_000;

export function NotesCard({ member }: { member: MemberFile }) {
  const { id, notes, deletedAt } = member;
  return (
    <SectionCard title="Notes">
      <Stack spacing={2}>
        {deletedAt === null && <NoteForm memberId={id} />}
        {notes.length === 0 && (
          <Typography color="textSecondary">Nothing was noted about her yet.</Typography>
        )}
        {notes.map((note) => (
          <NoteOf key={note.id} memberId={id} note={note} />
        ))}
      </Stack>
    </SectionCard>
  );
}

function NoteForm({ memberId }: { memberId: string }) {
  const [text, setText] = useState('');
  const { isBusy, refusal, attempt } = useAttempt();
  const refresh = useRefresh();
  const notify = useNotify();
  const add = () =>
    attempt(async () => {
      await api.post(`/admin/members/${memberId}/notes`, { text });
      setText('');
      notify('It is noted.', { type: 'success' });
      refresh();
    });
  return (
    <Stack
      component="form"
      spacing={1}
      sx={{ alignItems: 'flex-start' }}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {refusal !== null && <Alert severity="error">{refusal}</Alert>}
      <TextField
        label="New note"
        value={text}
        onChange={({ target }) => setText(target.value)}
        multiline
        minRows={2}
        fullWidth
        helperText="She is given it if she asks what is held about her."
        slotProps={{ htmlInput: { maxLength: longestNote } }}
      />
      <Button
        type="submit"
        size="small"
        variant="outlined"
        color="secondary"
        disabled={text.trim() === ''}
        loading={isBusy}
      >
        Note it
      </Button>
    </Stack>
  );
}

function NoteOf({ memberId, note }: { memberId: string; note: Note }) {
  const refresh = useRefresh();
  const { id, text, writerId, createdAt } = note;
  return (
    <Box>
      <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {momentInWords(createdAt)}, <StaffName id={writerId} />
      </Typography>
      <DeedButton
        label="Remove note…"
        title="Remove this note?"
        verb="Remove note for good"
        isDangerous
        deed={async () => {
          await api.delete(`/admin/members/${memberId}/notes/${id}`);
          refresh();
        }}
        done="The note is gone."
        button={{ size: 'small', color: 'inherit', sx: { ml: -0.5 } }}
      >
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Typography>
        <Typography color="textSecondary">
          Its text is gone for everybody. That it was removed, and by whom, stays in the audit.
        </Typography>
      </DeedButton>
    </Box>
  );
}
