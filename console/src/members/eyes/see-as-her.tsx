/** Lets staff see what a member sees: asks why, and opens her pages beside the console. */
import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useRefresh } from 'react-admin';
import { api } from '../../api/client.js';
import { DeedOpener } from '../deeds/deed-opener.js';
import { DeedDialog } from '../../parts/deed-dialog.js';
import { calledName, type MemberFile } from '../member.js';
import { HerPages, type Look } from './her-pages.js';

export function SeeAsHer({ member }: { member: MemberFile }) {
  const [look, setLook] = useState<Look | null>(null);
  return (
    <>
      <DeedOpener label="See what she sees…">
        {(onClose) => <WhyDialog member={member} onClose={onClose} onOpened={setLook} />}
      </DeedOpener>
      {look !== null && <HerPages member={member} look={look} onEnd={() => setLook(null)} />}
    </>
  );
}

interface WhyDialogProps {
  member: MemberFile;
  onClose: () => void;
  onOpened: (look: Look) => void;
}

const longestReason = 500;

function WhyDialog({ member, onClose, onOpened }: WhyDialogProps) {
  const [reason, setReason] = useState('');
  const refresh = useRefresh();
  const name = calledName(member);
  const open = async () => {
    const opened = await api.post<{ accessToken: string; expiresIn: number }>(
      `/admin/members/${member.id}/impersonate`,
      { reason: reason.trim() },
    );
    const { accessToken: token, expiresIn } = opened;
    refresh();
    onOpened({ token, endsAt: performance.now() + expiresIn * 1000 });
  };
  return (
    <DeedDialog
      open
      onClose={onClose}
      title={`See what ${name} sees?`}
      verb={`See as ${name}`}
      disabled={reason.trim() === ''}
      deed={open}
    >
      <Typography>
        For a quarter of an hour you read her account and articles as she would. Nothing can be
        changed, none of her free articles is used up, and she is not told. That you looked, and
        why, stays in the audit.
      </Typography>
      <TextField
        label="Why"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        required
        autoFocus
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: longestReason } }}
      />
    </DeedDialog>
  );
}
