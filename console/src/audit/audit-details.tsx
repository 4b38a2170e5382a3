/** Opens what is kept of one deed. */
import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useState } from 'react';
import { useRecordContext } from 'react-admin';
import { momentInWords } from '../words/dates.js';
import { type AuditEntry, AuditChange } from './audit-change.js';

export function AuditDetails() {
  const entry = useRecordContext<AuditEntry>();
  const [isOpen, setOpen] = useState(false);
  if (entry === undefined) return null;
  const { id, action, at } = entry;
  return (
    <>
      <Button
        size="small"
        aria-label={`Details of ${action} on ${momentInWords(at)}`}
        onClick={() => setOpen(true)}
      >
        Details
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        fullWidth
        maxWidth="md"
        aria-labelledby={`deed-${id}`}
      >
        <DialogTitle id={`deed-${id}`}>
          {action}, {momentInWords(at)}
        </DialogTitle>
        <DialogContent>
          <AuditChange />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>Close</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
