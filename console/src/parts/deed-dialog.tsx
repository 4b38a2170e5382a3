/** Asks before something is done that cannot be taken back: what it will do, to how many, with the verb on the button. */
import {
  Alert,
  Button,
  type ButtonProps,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
} from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useNotify } from 'react-admin';
import { useAttempt } from './use-attempt.js';

export interface DeedDialogProps {
  open: boolean;
  onClose: () => void;
  /** A question, like `Retry this event?`. */
  title: string;
  /** What it will do and to how many, in sentences; also fields that it takes. */
  children: ReactNode;
  /** What stands on the button: a verb and its object, like `Archive plan for 1,204 members`. */
  verb: string;
  /** Does it. What it throws is shown in the dialog, which stays open. */
  deed: () => Promise<unknown>;
  /** Said once it is done. */
  done?: string;
  /** Takes something away from somebody. */
  isDangerous?: boolean;
  /** Whether something is still missing: a number, a reason. */
  disabled?: boolean;
}

export function DeedDialog(props: DeedDialogProps) {
  const { open, onClose, title, children, verb, deed, done, isDangerous, disabled } = props;
  const { isBusy, refusal, attempt, forget } = useAttempt();
  const notify = useNotify();
  const titleId = useId();
  const close = () => {
    forget();
    onClose();
  };
  const act = () =>
    attempt(async () => {
      await deed();
      if (done !== undefined) notify(done, { type: 'success' });
      close();
    });
  return (
    <Dialog open={open} onClose={close} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        {/* Room for the label of a first field, which stands above its frame. */}
        <Stack spacing={2} sx={{ pt: 1 }}>
          {refusal !== null && <Alert severity="error">{refusal}</Alert>}
          {children}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>Cancel</Button>
        <Button
          variant="contained"
          color={isDangerous === true ? 'error' : 'primary'}
          loading={isBusy}
          disabled={disabled === true}
          onClick={() => void act()}
        >
          {verb}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

export interface DeedButtonProps extends Omit<DeedDialogProps, 'open' | 'onClose'> {
  /** What stands on the button that opens the dialog. */
  label: string;
  button?: ButtonProps;
}

/** A button, and the dialog that it opens. */
export function DeedButton({ label, button = {}, ...dialog }: DeedButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <DeedDialog {...dialog} open={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
