/** What a plan includes: one line each, in the order in which the offer lists them. */
import AddOutlined from '@mui/icons-material/AddOutlined';
import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Button, IconButton, Stack, TextField, Typography } from '@mui/material';

export interface BenefitsFieldProps {
  value: readonly string[];
  onChange: (benefits: string[]) => void;
  errorOf: (place: number) => string | undefined;
}

/** The most that a plan takes. */
const most = 20;

export function BenefitsField({ value, onChange, errorOf }: BenefitsFieldProps) {
  // A line has no name; its place is what it is known by.
  const lines = value.map((benefit, place) => ({ benefit, place }));
  const swap = (place: number, other: number) =>
    onChange(value.with(place, value[other] ?? '').with(other, value[place] ?? ''));
  return (
    <Stack spacing={1} role="group" aria-label="Benefits">
      <Typography variant="subtitle2" component="p">
        Benefits
      </Typography>
      {lines.map(({ benefit, place }) => (
        <Stack key={place} direction="row" spacing={0.5}>
          <TextField
            fullWidth
            size="small"
            label={`Benefit ${place + 1}`}
            value={benefit}
            onChange={({ target }) => onChange(value.with(place, target.value))}
            error={errorOf(place) !== undefined}
            helperText={errorOf(place)}
            slotProps={{ htmlInput: { maxLength: 120 } }}
          />
          <IconButton
            aria-label={`Move benefit ${place + 1} up`}
            disabled={place === 0}
            onClick={() => swap(place, place - 1)}
          >
            <ArrowUpward fontSize="small" />
          </IconButton>
          <IconButton
            aria-label={`Move benefit ${place + 1} down`}
            disabled={place === value.length - 1}
            onClick={() => swap(place, place + 1)}
          >
            <ArrowDownward fontSize="small" />
          </IconButton>
          <IconButton
            aria-label={`Remove benefit ${place + 1}`}
            onClick={() => onChange(value.toSpliced(place, 1))}
          >
            <DeleteOutlined fontSize="small" />
          </IconButton>
        </Stack>
      ))}
      <Button
        sx={{ alignSelf: 'flex-start' }}
        startIcon={<AddOutlined />}
        disabled={value.length >= most}
        onClick={() => onChange([...value, ''])}
      >
        Add a benefit
      </Button>
    </Stack>
  );
}
