/** Keeps somebody out, and lets her in again. */
import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { DeedDialog } from '../../parts/deed-dialog.js';
import { dayInWords } from '../../words/dates.js';
import { countOf } from '../../words/numbers.js';
import { calledName, isGiven, isRunning } from '../member.js';
import { type DeedProps, useDeed } from './deed.js';

const longestReason = 500;

export function BanDialog({ member, onClose }: DeedProps) {
  const [reason, setReason] = useState('');
  const deed = useDeed(member);
  const name = calledName(member);
  const { sessions, membership } = member;
  const pays = isRunning(membership.state) && !isGiven(member);
  return (
    <DeedDialog
      open
      onClose={onClose}
      title={`Ban ${name}?`}
      verb={`Ban ${name}`}
      isDangerous
      disabled={reason.trim() === ''}
      deed={() => deed('ban', { reason: reason.trim() })}
      done={`${name} is banned.`}
    >
      <Typography>
        {sessions.length === 0
          ? 'She is signed in nowhere at the moment.'
          : `She is signed out at once (${countOf(sessions.length, 'session')}).`}{' '}
        She cannot sign in until somebody lifts the ban. She is not told why.
      </Typography>
      {pays && (
        <Typography>
          A ban ends no membership and no billing: cancel or refund hers besides, if she is not to
          pay any more.
        </Typography>
      )}
      <TextField
        label="Reason"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        helperText="Kept with her account, for staff alone."
        required
        autoFocus
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: longestReason } }}
      />
    </DeedDialog>
  );
}

export function UnbanDialog({ member, onClose }: DeedProps) {
  const deed = useDeed(member);
  const name = calledName(member);
  const { bannedAt, banReason } = member;
  return (
    <DeedDialog
      open
      onClose={onClose}
      title={`Lift the ban on ${name}?`}
      verb={`Let ${name} in again`}
      deed={() => deed('unban')}
      done={`${name} may sign in again.`}
    >
      <Typography>
        She has been banned since {bannedAt === null ? 'some time' : dayInWords(bannedAt)}, because:{' '}
        {banReason ?? 'no reason is kept'}.
      </Typography>
      <Typography>She may sign in again, and reads what her membership opens.</Typography>
    </DeedDialog>
  );
}
