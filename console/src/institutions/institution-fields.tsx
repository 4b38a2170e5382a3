/** What an institution is made of: who it is, how its people are known, and from when until when they read. */
import { Box } from '@mui/material';
import { DateInput, required, SaveButton, TextInput } from 'react-admin';
import { publication } from '../publication.js';
import { dayOf, firstMomentOf, lastMomentOf } from '../words/calendar-day.js';

const { timeZone } = publication;

/** One a line; empty lines stay while somebody types. */
const lines = {
  format: (value: unknown) => (Array.isArray(value) ? value.join('\n') : ''),
  parse: (text: string) => text.split('\n').map((line) => line.trim()),
};

const day = (momentOf: (written: string, zone: string) => string) => ({
  format: (value: unknown) =>
    typeof value === 'string' && value !== '' ? dayOf(value, timeZone) : '',
  parse: (written: string) => (written === '' ? null : momentOf(written, timeZone)),
});

export function InstitutionFields() {
  return (
    <>
      <TextInput
        source="name"
        label="Name"
        helperText="As its readers are told it."
        validate={required()}
      />
      <TextInput
        source="networks"
        label="Networks"
        helperText="One a line, like 203.0.113.0/24 or 2001:db8::/32. Whoever comes from there reads."
        multiline
        minRows={3}
        {...lines}
      />
      <TextInput
        source="emailDomains"
        label="E-mail domains"
        helperText="One a line, exactly what stands behind the @. Whoever has proven such an address reads."
        multiline
        minRows={2}
        {...lines}
      />
      <DateInput
        source="startsAt"
        label="First day"
        helperText="Empty: from now on."
        {...day(firstMomentOf)}
      />
      <DateInput source="endsAt" label="Last day" validate={required()} {...day(lastMomentOf)} />
    </>
  );
}

/** Below the fields, where no message hides it on a phone. */
export function FormEnd({ verb }: { verb: string }) {
  return (
    <Box sx={{ px: 2, pb: 2 }}>
      <SaveButton label={verb} />
    </Box>
  );
}

/** As the API takes it: no empty lines, and nothing that was left empty. */
export function written(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [
        name,
        Array.isArray(value) ? value.filter((line) => line !== '') : value,
      ]),
  );
}
