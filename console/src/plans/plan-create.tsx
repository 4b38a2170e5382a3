/** A new plan; its first price is asked for at once, because nobody can buy one without. */
import { Alert, Box, Button, Card, CardContent, Stack, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useNotify, useRedirect } from 'react-admin';
import { api } from '../api/client.js';
import { isRefusal, sentenceOf } from '../api/refusal.js';
import { newPlan, type Plan, type PlanFields } from './plan.js';
import { PlanFieldsForm } from './plan-fields.js';
import { PriceFields, priceOf, type TypedPrice } from './price-fields.js';

export default function PlanCreate() {
  const notify = useNotify();
  const redirect = useRedirect();
  const [fields, setFields] = useState<PlanFields>(newPlan);
  const [typed, setTyped] = useState<TypedPrice>({
    amount: '',
    currency: 'usd',
    interval: 'year',
  });
  const price = priceOf(typed);
  const making = useMutation({
    mutationFn: () =>
      api.post<Plan>('/admin/plans', { ...fields, ...(price === null ? {} : { prices: [price] }) }),
    onSuccess: ({ id, name }) => {
      notify(price === null ? `${name} is made; give it a price.` : `${name} is on sale.`);
      redirect('edit', 'plans', id);
    },
  });
  return (
    <Box sx={{ maxWidth: 720, py: 2 }}>
      <Title title="A new plan" />
      <Card
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          making.mutate();
        }}
      >
        <CardContent>
          <Stack spacing={2}>
            {making.error !== null && <Alert severity="error">{sentenceOf(making.error)}</Alert>}
            <PlanFieldsForm
              value={fields}
              onChange={(change) => setFields({ ...fields, ...change })}
              errors={isRefusal(making.error) ? making.error.fields : {}}
            />
            <Typography variant="subtitle2" component="h2">
              Its first price
            </Typography>
            <PriceFields value={typed} onChange={setTyped} isPlaceFixed={false} isOptional />
            <Typography variant="body2" color="textSecondary">
              Without a price the plan is made, and not sold.
            </Typography>
            <Button
              type="submit"
              variant="contained"
              sx={{ alignSelf: 'flex-start' }}
              disabled={typed.amount !== '' && price === null}
              loading={making.isPending}
            >
              {price === null ? 'Make the plan' : 'Make the plan and sell it'}
            </Button>
          </Stack>
        </CardContent>
      </Card>
    </Box>
  );
}
