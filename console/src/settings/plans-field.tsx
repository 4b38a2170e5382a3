/** Narrows the members' gate to some plans. */
import { Autocomplete, TextField } from '@mui/material';
import { usePlans } from '../plans/use-plans.js';

export interface PlansFieldProps {
  value: readonly string[];
  onChange: (ids: string[]) => void;
  error?: string | undefined;
}

export function PlansField({ value, onChange, error }: PlansFieldProps) {
  const plans = usePlans();
  const nameOf = (id: string) => plans.find((known) => known.id === id)?.name ?? id;
  return (
    <Autocomplete
      multiple
      size="small"
      options={plans.map(({ id }) => id)}
      getOptionLabel={nameOf}
      value={[...value]}
      onChange={(_event, ids) => onChange(ids)}
      renderInput={(field) => (
        <TextField
          {...field}
          label="Of which plans"
          placeholder={value.length === 0 ? 'all' : ''}
          error={error !== undefined}
          helperText={error}
        />
      )}
    />
  );
}
