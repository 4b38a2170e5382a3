/** The last day of something: typed, or so many months after another one. */
import { Button, Stack, TextField } from '@mui/material';
import { publication } from '../../publication.js';
import { dayOf, monthsLater } from '../../words/calendar-day.js';

export interface DayFieldProps {
  label: string;
  /** Like `2027-01-31`; empty while nothing is chosen. */
  value: string;
  onChange: (day: string) => void;
  /** An instant of the day that months are counted from. */
  from: string | number;
}

const spans = [
  [1, '1 month'],
  [3, '3 months'],
  [12, '1 year'],
] as const;

export function DayField({ label, value, onChange, from }: DayFieldProps) {
  const first = dayOf(from, publication.timeZone);
  return (
    <Stack spacing={1}>
      <TextField
        label={label}
        type="date"
        value={value}
        onChange={({ target }) => onChange(target.value)}
        required
        autoFocus
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: first } }}
      />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {spans.map(([months, words]) => (
          <Button
            key={months}
            size="small"
            variant="outlined"
            color="secondary"
            onClick={() => onChange(monthsLater(first, months))}
          >
            + {words}
          </Button>
        ))}
      </Stack>
    </Stack>
  );
}
