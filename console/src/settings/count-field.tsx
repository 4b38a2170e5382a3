/** A field for a whole number, with what it counts beside it. */
import { InputAdornment, TextField } from '@mui/material';

export interface CountFieldProps {
  label: string;
  value: number | null;
  /** `null` only where the field may be empty. */
  onChange: (value: number | null) => void;
  /** What is counted, like `articles`. */
  unit?: string;
  hint?: string | undefined;
  error?: string | undefined;
  min?: number;
  max: number;
  isOptional?: boolean;
}

export function CountField(props: CountFieldProps) {
  const { label, value, onChange, unit, hint, error, min = 0, max, isOptional = false } = props;
  return (
    <TextField
      label={label}
      type="number"
      size="small"
      required={!isOptional}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
      error={error !== undefined}
      helperText={error ?? hint}
      slotProps={{
        htmlInput: { min, max, step: 1, inputMode: 'numeric' },
        input:
          unit === undefined
            ? {}
            : { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
        inputLabel: { shrink: true },
      }}
    />
  );
}
