/** One plan: what it promises, what it costs, who holds it; and what a change will do, before it is made. */
import {
  Alert,
  Box,
  Button,
  Card,
  CardContent,
  CircularProgress,
  Stack,
  Typography,
} from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useRefresh } from 'react-admin';
import { useParams } from 'react-router';
import { api } from '../api/client.js';
import { isRefusal, sentenceOf } from '../api/refusal.js';
import { DeedDialog } from '../parts/deed-dialog.js';
import { countOf } from '../words/numbers.js';
import { EffectsList } from './effects-list.js';
import { EndingCard } from './ending-card.js';
import { fieldsOf, type Plan, type PlanFields } from './plan.js';
import { effectsOfEdit, holdersInWords } from './plan-effects.js';
import { PlanFieldsForm } from './plan-fields.js';
import { PricesCard } from './prices-card.js';
import { holdersKey, useHolders } from './use-holders.js';

const planKey = (id: string) => ['plans', id];

export default function PlanEdit() {
  const { id = '' } = useParams();
  const { data: plan, error } = useQuery({
    queryKey: planKey(id),
    queryFn: ({ signal }) => api.get<Plan>(`/admin/plans/${id}`, {}, signal),
    refetchOnWindowFocus: false,
  });
  if (error !== null) return <Alert severity="error">{sentenceOf(error)}</Alert>;
  if (plan === undefined) return <CircularProgress aria-label="The plan is on its way" />;
  return <PlanEditor key={plan.id} plan={plan} />;
}

function PlanEditor({ plan }: { plan: Plan }) {
  const client = useQueryClient();
  const refresh = useRefresh();
  const holders = useHolders(plan.id);
  const lookAgain = () => {
    void client.invalidateQueries({ queryKey: planKey(plan.id) });
    void client.invalidateQueries({ queryKey: holdersKey(plan.id) });
    refresh();
  };
  return (
    <Box sx={{ py: 2 }}>
      <Title title={plan.name} />
      <Stack
        direction={{ xs: 'column', lg: 'row' }}
        spacing={2}
        sx={{ alignItems: { lg: 'flex-start' } }}
      >
        <PlanForm plan={plan} onDone={lookAgain} />
        <Stack spacing={2} sx={{ flex: 1, minWidth: 0 }}>
          <Typography role="status">
            {holders === undefined ? 'Members are being counted…' : holdersInWords(holders)}
          </Typography>
          <PricesCard plan={plan} holders={holders} onDone={lookAgain} />
          <EndingCard plan={plan} holders={holders} onDone={lookAgain} />
        </Stack>
      </Stack>
    </Box>
  );
}

function PlanForm({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const holders = useHolders(plan.id);
  const before = fieldsOf(plan);
  const [fields, setFields] = useState<PlanFields>(before);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isAsking, setAsking] = useState(false);
  const isChanged = JSON.stringify(fields) !== JSON.stringify(before);
  const effects = holders === undefined ? [] : effectsOfEdit(before, fields, holders);
  const save = async () => {
    try {
      await api.patch(`/admin/plans/${plan.id}`, changesOf(before, fields));
      setErrors({});
      onDone();
    } catch (error) {
      if (isRefusal(error)) setErrors(error.fields);
      throw error;
    }
  };
  return (
    <Card
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsking(true);
      }}
      sx={{ flex: 1.4, minWidth: 0 }}
    >
      <CardContent>
        <Stack spacing={2}>
          {plan.archivedAt !== null && (
            <Alert severity="info">This plan is not sold any more; its members keep it.</Alert>
          )}
          <PlanFieldsForm
            value={fields}
            onChange={(change) => setFields({ ...fields, ...change })}
            errors={errors}
          />
          {isChanged && effects.length > 0 && <EffectsList effects={effects} />}
          <Stack direction="row" spacing={1}>
            <Button
              type="submit"
              variant="contained"
              disabled={!isChanged || holders === undefined}
            >
              Save…
            </Button>
            <Button disabled={!isChanged} onClick={() => setFields(before)}>
              Put back
            </Button>
          </Stack>
        </Stack>
      </CardContent>
      <DeedDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={`Change ${plan.name}?`}
        verb={`Save for ${countOf(holders?.total ?? 0, 'member')}`}
        deed={save}
        done="Saved."
      >
        <EffectsList effects={effects} />
      </DeedDialog>
    </Card>
  );
}

function changesOf(before: PlanFields, after: PlanFields): Partial<PlanFields> {
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof PlanFields]),
  );
  return Object.fromEntries(changed);
}
