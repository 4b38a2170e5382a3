/** Takes a plan off sale, or deletes one that was never sold. */
import { Card, CardContent, CardHeader, Stack, Typography } from '@mui/material';
import { useRedirect } from 'react-admin';
import { api } from '../api/client.js';
import { DeedButton } from '../parts/deed-dialog.js';
import { countOf } from '../words/numbers.js';
import { EffectsList } from './effects-list.js';
import type { Holders, Plan } from './plan.js';
import { effectsOfArchiving } from './plan-effects.js';

export interface EndingCardProps {
  plan: Plan;
  holders: Holders | undefined;
  onDone: () => void;
}

export function EndingCard({ plan, holders, onDone }: EndingCardProps) {
  const redirect = useRedirect();
  const members = countOf(holders?.total ?? 0, 'member');
  if (plan.archivedAt !== null) return null;
  return (
    <Card>
      <CardHeader title="Off sale" slotProps={{ title: { component: 'h2', variant: 'h6' } }} />
      <CardContent sx={{ pt: 0 }}>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
          A plan that somebody may hold is archived; one that never had a price can be deleted.
        </Typography>
        <Stack direction="row" spacing={1}>
          <DeedButton
            label="Archive…"
            title={`Archive ${plan.name}?`}
            verb={`Archive plan for ${members}`}
            deed={async () => {
              await api.post(`/admin/plans/${plan.id}/archive`);
              onDone();
            }}
            done={`${plan.name} is not sold any more.`}
            isDangerous
            disabled={holders === undefined}
            button={{ color: 'error', variant: 'outlined' }}
          >
            {holders !== undefined && <EffectsList effects={effectsOfArchiving(plan, holders)} />}
          </DeedButton>
          {plan.prices.length === 0 && (
            <DeedButton
              label="Delete…"
              title={`Delete ${plan.name}?`}
              verb="Delete this plan"
              deed={async () => {
                await api.delete(`/admin/plans/${plan.id}`);
                redirect('list', 'plans');
              }}
              done={`${plan.name} is deleted.`}
              isDangerous
              button={{ color: 'error' }}
            >
              <Typography>It never had a price and goes without a trace but the audit.</Typography>
            </DeedButton>
          )}
        </Stack>
      </CardContent>
    </Card>
  );
}
