/** Takes several of what there is to choose from, in their order; also new ones, where new ones may be named. */
import { Autocomplete, TextField } from '@mui/material';
import { useInput } from 'react-admin';
import type { Choice } from '../masthead.js';

interface ChoicesInputProps {
  source: string;
  label: string;
  choices: readonly Choice[];
  helperText?: string;
  /** Whether she may name what is not there yet. */
  takesNew?: boolean;
}

export function ChoicesInput(props: ChoicesInputProps) {
  const { source, label, choices, helperText, takesNew = false } = props;
  const { field, fieldState } = useInput({ source, defaultValue: [] });
  const value = Array.isArray(field.value) ? (field.value as string[]) : [];
  const names = new Map(choices.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const change = (chosen: readonly string[]) => {
    // Who types the name of one that is there means that one.
    const known = new Map(choices.map(({ id, name }) => [name.toLowerCase(), id]));
    const ids = chosen.map((each) => known.get(each.trim().toLowerCase()) ?? each.trim());
    field.onChange([...new Set(ids)].filter((each) => each !== ''));
  };
  return (
    <Autocomplete
      multiple
      freeSolo={takesNew}
      autoSelect={takesNew}
      filterSelectedOptions
      options={choices.map(({ id }) => id)}
      getOptionLabel={nameOf}
      value={value}
      onChange={(_event, chosen) => change(chosen)}
      onBlur={field.onBlur}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          size="small"
          error={fieldState.error !== undefined}
          helperText={fieldState.error?.message ?? helperText}
        />
      )}
    />
  );
}
