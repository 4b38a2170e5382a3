/** Narrows the members' gate to some plans. */
import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';

export interface PlansFieldProps {
  value: readonly string[];
  onChange: (ids: string[]) => void;
  error?: string | undefined;
}

interface Plan {
  id: string;
  name: string;
}

export function PlansField({ value, onChange, error }: PlansFieldProps) {
  const { data } = useQuery({
    queryKey: ['plans by name'],
    queryFn: ({ signal }) => api.get<{ items: Plan[] }>('/admin/plans', { limit: 100 }, signal),
  });
  const plans = data?.items ?? [];
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
