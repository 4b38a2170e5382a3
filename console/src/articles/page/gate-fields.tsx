/** Who may read the whole text, with what that means in a sentence. */
import { Stack, Typography } from '@mui/material';
import { NumberInput, SelectInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { gates } from '../article.js';
import type { FormValues } from '../article-fields.js';
import { gateInWords, gateNames } from '../article-words.js';
import { usePlans } from '../masthead.js';
import { ChoicesInput } from './choices-input.js';

const choices = gates.map((gate) => ({ id: gate, name: gateNames[gate] }));

export function GateFields({ isNew = false }: { isNew?: boolean }) {
  const plans = usePlans();
  const values = useWatch<FormValues>() as FormValues;
  const { gate, planIds, freeForHours, freeAfterDays } = values;
  return (
    <Stack spacing={2}>
      <SelectInput
        source="gate"
        label="Gate"
        choices={choices}
        emptyText={isNew ? 'As its section and kind have it' : ''}
        {...(isNew ? {} : { validate: undefined, isRequired: true })}
        helperText={false}
      />
      <Typography variant="body2" color="textSecondary" role="status">
        {gate
          ? gateInWords({
              gate,
              planIds: planIds ?? [],
              freeForHours: freeForHours ?? null,
              freeAfterDays: freeAfterDays ?? null,
            })
          : 'It gets the gate that is set for new articles of its section and kind.'}
      </Typography>
      {gate === 'members' && (
        <ChoicesInput
          source="planIds"
          label="Only these plans"
          choices={plans}
          helperText="Left empty, members of every plan read it."
        />
      )}
      {gate && gate !== 'public' && (
        <>
          <NumberInput
            source="freeForHours"
            label="Free at first, for hours"
            min={1}
            helperText={false}
          />
          <NumberInput
            source="freeAfterDays"
            label="Free later, after days"
            min={1}
            helperText={false}
          />
        </>
      )}
    </Stack>
  );
}
