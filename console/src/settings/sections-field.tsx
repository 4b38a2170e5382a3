/** Chooses sections of the paper, by their slugs. */
import { Autocomplete, TextField } from '@mui/material';
import { useChoices } from '../articles/masthead.js';

export interface SectionsFieldProps {
  label: string;
  value: readonly string[];
  onChange: (slugs: string[]) => void;
  error?: string | undefined;
}

export function SectionsField({ label, value, onChange, error }: SectionsFieldProps) {
  const sections = useChoices('sections');
  const nameOf = (slug: string) => sections.find(({ id }) => id === slug)?.name ?? slug;
  return (
    <Autocomplete
      multiple
      size="small"
      options={sections.map(({ id }) => id)}
      getOptionLabel={nameOf}
      value={[...value]}
      onChange={(_event, slugs) => onChange(slugs)}
      renderInput={(field) => (
        <TextField {...field} label={label} error={error !== undefined} helperText={error} />
      )}
    />
  );
}
