/** The fields that describe a plan, the same for a new one and for one that is sold. */
import { InputAdornment, MenuItem, Stack, TextField } from '@mui/material';
import { BenefitsField } from './benefits-field.js';
import type { PlanFields } from './plan.js';

export interface PlanFieldsFormProps {
  value: PlanFields;
  onChange: (change: Partial<PlanFields>) => void;
  errors: Readonly<Record<string, string>>;
}

export function PlanFieldsForm({ value, onChange, errors }: PlanFieldsFormProps) {
  const shown = (field: keyof PlanFields, hint?: string) => ({
    size: 'small' as const,
    error: errors[field] !== undefined,
    helperText: errors[field] ?? hint,
  });
  return (
    <Stack spacing={2}>
      <TextField
        label="Name"
        required
        value={value.name}
        onChange={({ target }) => onChange({ name: target.value })}
        slotProps={{ htmlInput: { maxLength: 100 } }}
        {...shown('name', 'What members see in their account and on invoices.')}
      />
      <TextField
        label="Short name"
        required
        value={value.slug}
        onChange={({ target }) => onChange({ slug: target.value })}
        slotProps={{ htmlInput: { maxLength: 60 } }}
        {...shown('slug', 'For addresses and programs: lower-case words joined by hyphens.')}
      />
      <TextField
        label="Description"
        multiline
        minRows={2}
        value={value.description}
        onChange={({ target }) => onChange({ description: target.value })}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
        {...shown('description')}
      />
      <BenefitsField
        value={value.benefits}
        onChange={(benefits) => onChange({ benefits })}
        errorOf={(place) => errors[`benefits.${place}`] ?? errors['benefits']}
      />
      <TextField
        label="Free trial"
        type="number"
        required
        value={value.trialDays}
        onChange={({ target }) => onChange({ trialDays: Number(target.value) })}
        slotProps={{
          htmlInput: { min: 0, max: 730, step: 1, inputMode: 'numeric' },
          input: { endAdornment: <InputAdornment position="end">days</InputAdornment> },
        }}
        {...shown('trialDays', 'With 0 it is sold without a trial. One trial a person, for ever.')}
      />
      <TextField
        select
        label="For"
        value={value.audience}
        onChange={({ target }) => onChange({ audience: target.value as PlanFields['audience'] })}
        {...shown('audience')}
      >
        <MenuItem value="person">one person</MenuItem>
        <MenuItem value="team">teams, by the seat</MenuItem>
      </TextField>
    </Stack>
  );
}
