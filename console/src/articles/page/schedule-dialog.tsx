/** Asks when an article is to appear, in the publication's own time. */
import { TextField, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { DeedDialog } from '../../parts/deed-dialog.js';
import { publication } from '../../publication.js';
import { momentInWords } from '../../words/dates.js';
import { countOf } from '../../words/numbers.js';
import { instantOf, wallTime } from '../../words/zoned-time.js';

interface ScheduleDialogProps {
  open: boolean;
  onClose: () => void;
  /** When it is to appear now; null where it is not scheduled. */
  before?: string | null;
  articles?: number;
  onChosen: (at: Date) => Promise<unknown>;
  children?: ReactNode;
}

const { timeZone } = publication;

export function ScheduleDialog(props: ScheduleDialogProps) {
  const { open, onClose, before = null, articles = 1, onChosen, children } = props;
  const [local, setLocal] = useState(before === null ? '' : wallTime(new Date(before), timeZone));
  const at = instantOf(local, timeZone);
  const what = countOf(articles, 'article');
  return (
    <DeedDialog
      open={open}
      onClose={onClose}
      title={articles === 1 ? 'When shall it appear?' : `When shall ${what} appear?`}
      verb={`Schedule ${what}`}
      done={at === null ? 'Scheduled.' : `Scheduled for ${momentInWords(at)}.`}
      disabled={at === null}
      deed={async () => {
        if (at !== null) await onChosen(at);
      }}
    >
      <TextField
        type="datetime-local"
        label={`Date and time (${timeZone})`}
        value={local}
        onChange={({ target }) => setLocal(target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <Typography>
        {at === null
          ? 'It appears by itself at that moment, and must be ready for readers now.'
          : `It appears by itself ${momentInWords(at)}, and must be ready for readers now.`}
      </Typography>
      {children}
    </DeedDialog>
  );
}
