/** Chooses sections of the paper, by their slugs. */
import { Autocomplete, TextField } from '@mui/material';
import { useSections } from './use-sections.js';

export interface SectionsFieldProps {
  label: string;
  value: readonly string[];
  onChange: (slugs: string[]) => void;
  error?: string | undefined;
}

export function SectionsField({ label, value, onChange, error }: SectionsFieldProps) {
  const sections = useSections();
  const nameOf = (slug: string) => sections.find((known) => known.slug === slug)?.name ?? slug;
  return (
    <Autocomplete
      multiple
      size="small"
      options={sections.map(({ slug }) => slug)}
      getOptionLabel={nameOf}
      value={[...value]}
      onChange={(_event, slugs) => onChange(slugs)}
      renderInput={(field) => (
        <TextField {...field} label={label} error={error !== undefined} helperText={error} />
      )}
    />
  );
}
