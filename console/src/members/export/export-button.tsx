/** Takes the members whom the list shows along as a CSV file, and says how far it is while it comes. */
import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import {
  Alert,
  Button as DialogButton,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  Stack,
  Typography,
} from '@mui/material';
import { useId, useState } from 'react';
import { Button, useListContext } from 'react-admin';
import type { Query } from '../../api/client.js';
import { bytesInWords, countOf } from '../../words/numbers.js';
import { type ExportInHand, useExport } from './use-export.js';

export function ExportButton() {
  const [isOpen, setOpen] = useState(false);
  const list = useListContext();
  return (
    <>
      <Button label="Export" onClick={() => setOpen(true)}>
        <DownloadOutlined />
      </Button>
      {isOpen && (
        <ExportDialog filter={(list.filterValues ?? {}) as Query} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function ExportDialog({ filter, onClose }: { filter: Query; onClose: () => void }) {
  const inHand = useExport(filter);
  const titleId = useId();
  const { phase, begin, stop } = inHand;
  const close = () => {
    stop();
    onClose();
  };
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>Take members along as a file?</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Typography>{whom(filter)}</Typography>
          <Typography color="textSecondary">
            With name, address, standing, plan, end, labels and id. The file holds personal data:
            keep it where only those who need it see it. That you took it is in the audit.
          </Typography>
          <Progress inHand={inHand} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <DialogButton onClick={close}>{phase === 'done' ? 'Close' : 'Cancel'}</DialogButton>
        {phase !== 'done' && (
          <DialogButton variant="contained" loading={phase === 'running'} onClick={begin}>
            Export members
          </DialogButton>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Progress({ inHand: { phase, members, bytes, refusal } }: { inHand: ExportInHand }) {
  if (refusal !== null) return <Alert severity="error">{refusal}</Alert>;
  if (phase === 'asked') return null;
  const soFar = `${countOf(members, 'member')}, ${bytesInWords(bytes)}`;
  return phase === 'done' ? (
    <Alert severity="success">The file is in your downloads: {soFar}.</Alert>
  ) : (
    <div>
      <LinearProgress aria-label="The file is being written" />
      <Typography variant="body2" sx={{ mt: 1 }}>
        {soFar} so far
      </Typography>
    </div>
  );
}

function whom(filter: Query): string {
  const names = Object.entries(filter).map(([name, value]) => `${name} ${String(value)}`);
  return names.length === 0
    ? 'The file holds every account that is not deleted.'
    : `The file holds everybody whom the list finds by ${names.join(', ')}.`;
}
