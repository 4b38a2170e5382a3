/** Asks whether it is still her, where a deed demands a proof that is not older than ten minutes. */
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Stack,
  TextField,
} from '@mui/material';
import { type SubmitEvent, useEffect, useState } from 'react';
import { api } from '../api/client.js';
import { proveWith } from '../api/fresh-proof.js';
import { useAttempt } from '../parts/use-attempt.js';
import { useStaff } from './staff.js';

type Way = 'password' | 'mail';

/** What waits for her answer. */
interface Asked {
  answer: (isProven: boolean) => void;
}

export function FreshProofDialog() {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(
    () => proveWith(() => new Promise<boolean>((resolve) => setAsked({ answer: resolve }))),
    [],
  );
  if (asked === null) return null;
  const close = (isProven: boolean) => {
    asked.answer(isProven);
    setAsked(null);
  };
  return <ProofForm onProven={() => close(true)} onClose={() => close(false)} />;
}

function ProofForm({ onProven, onClose }: { onProven: () => void; onClose: () => void }) {
  const { email, hasAuthenticator } = useStaff();
  const [way, setWay] = useState<Way>('password');
  const { isBusy, refusal, attempt } = useAttempt();

  const askForMail = () =>
    attempt(async () => {
      await api.post('/me/proof/mail');
      setWay('mail');
    });
  const prove = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Object.fromEntries(
      [...new FormData(event.currentTarget)].filter(([, value]) => value !== ''),
    );
    void attempt(async () => {
      await api.post('/me/proof', given);
      onProven();
    });
  };

  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="proof-title">
      <form onSubmit={prove}>
        <DialogTitle id="proof-title">Is it still you?</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <DialogContentText>
              {way === 'password'
                ? 'This takes a proof that is not older than ten minutes.'
                : `A code is on its way to ${email}.`}
            </DialogContentText>
            {refusal !== null && <Alert severity="error">{refusal}</Alert>}
            {way === 'password' ? (
              <TextField
                key="password"
                name="password"
                label="Password"
                type="password"
                autoComplete="current-password"
                required
                autoFocus
              />
            ) : (
              <CodeField key="code" name="code" label="Code from the mail" />
            )}
            {hasAuthenticator && (
              <CodeField name="authenticatorCode" label="Code of your authenticator" />
            )}
          </Stack>
        </DialogContent>
        <DialogActions>
          {way === 'password' && (
            <Button onClick={() => void askForMail()} disabled={isBusy}>
              Mail me a code instead
            </Button>
          )}
          <Button onClick={onClose}>Not now</Button>
          <Button type="submit" variant="contained" loading={isBusy}>
            Prove it
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function CodeField({ name, label }: { name: string; label: string }) {
  return (
    <TextField
      name={name}
      label={label}
      required
      autoComplete="one-time-code"
      slotProps={{ htmlInput: { inputMode: 'numeric', pattern: '[0-9 ]*', maxLength: 8 } }}
    />
  );
}
