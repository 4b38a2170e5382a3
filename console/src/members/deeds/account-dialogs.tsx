/** Signs a member out everywhere, and deletes her account for good. */
import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useRedirect, useRefresh } from 'react-admin';
import { api } from '../../api/client.js';
import { DeedDialog } from '../../parts/deed-dialog.js';
import { countOf } from '../../words/numbers.js';
import { calledName, isGiven, isRunning } from '../member.js';
import type { DeedProps } from './deed.js';

export function SignOutDialog({ member, onClose }: DeedProps) {
  const refresh = useRefresh();
  const name = calledName(member);
  const sessions = countOf(member.sessions.length, 'session');
  const signOut = async () => {
    await api.delete(`/admin/members/${member.id}/sessions`);
    refresh();
  };
  return (
    <DeedDialog
      open
      onClose={onClose}
      title={`Sign ${name} out everywhere?`}
      verb={`End ${sessions}`}
      isDangerous
      deed={signOut}
      done={`${name} is signed out everywhere.`}
    >
      <Typography>
        Ends {sessions} of hers at once, on every device. She may sign in again, and keeps her
        membership.
      </Typography>
    </DeedDialog>
  );
}

export function DeleteDialog({ member, onClose }: DeedProps) {
  const [typed, setTyped] = useState('');
  const redirect = useRedirect();
  const refresh = useRefresh();
  const name = calledName(member);
  const remove = async () => {
    await api.delete(`/admin/members/${member.id}`);
    refresh();
    redirect('list', 'members');
  };
  return (
    <DeedDialog
      open
      onClose={onClose}
      title={`Delete the account of ${name}?`}
      verb={`Delete ${member.email} for good`}
      isDangerous
      disabled={typed.trim().toLowerCase() !== member.email.toLowerCase()}
      deed={remove}
      done="The account is deleted."
    >
      <Typography>
        Her name, address, password, sessions, notes and what she read are gone, and nobody brings
        them back. The books stay, without her name. She gets a last mail.
      </Typography>
      {isRunning(member.membership.state) && (
        <Typography>
          {isGiven(member)
            ? 'What was given to her ends at once.'
            : 'Her membership ends at once and nothing is given back: refund it first, if she is to have her money.'}
        </Typography>
      )}
      <TextField
        label={`Type ${member.email} to go on`}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        autoFocus
        autoComplete="off"
      />
    </DeedDialog>
  );
}
