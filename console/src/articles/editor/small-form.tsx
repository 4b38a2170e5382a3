/** A small form in a dialog, for what a link, a picture or a table asks. */
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import { type ReactNode, type SubmitEvent, useId } from 'react';

interface SmallFormProps {
  title: string;
  verb: string;
  onClose: () => void;
  /** The fields by their names. */
  onGiven: (given: Record<string, string>) => void;
  children: ReactNode;
  /** Further buttons. */
  actions?: ReactNode;
}

export function SmallForm({ title, verb, onClose, onGiven, children, actions }: SmallFormProps) {
  const titleId = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A dialog lies within the article's own form for React, though not for the browser.
    event.stopPropagation();
    const fields = [...new FormData(event.currentTarget)];
    onGiven(
      Object.fromEntries(
        fields.map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
      ),
    );
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <form onSubmit={submit}>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            {children}
          </Stack>
        </DialogContent>
        <DialogActions>
          {actions}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained">
            {verb}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
