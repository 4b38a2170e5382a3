/** What a plan costs, and who pays which price. */
import { Button, Card, CardContent, CardHeader, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { Holders, Plan } from './plan.js';
import { heldPriceInWords } from './plan-effects.js';
import { type Price, priceInWords } from './price.js';
import { PriceDialog } from './price-dialog.js';

export interface PricesCardProps {
  plan: Plan;
  holders: Holders | undefined;
  onDone: () => void;
}

/** The price whose place is taken; null: a further one. */
type Asked = { replaced: Price | null };

export function PricesCard({ plan, holders, onDone }: PricesCardProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const kept = holders?.prices.filter(({ onSale }) => !onSale) ?? [];
  return (
    <Card>
      <CardHeader title="Prices" slotProps={{ title: { component: 'h2', variant: 'h6' } }} />
      <CardContent sx={{ pt: 0 }}>
        <Stack spacing={1.5}>
          {plan.prices.length === 0 && (
            <Typography>It has no price, so nobody can buy it.</Typography>
          )}
          {plan.prices.map((price) => (
            <Stack key={price.id} direction="row" sx={{ justifyContent: 'space-between' }}>
              <span>
                <Typography>{priceInWords(price)}</Typography>
                <Typography variant="body2" color="textSecondary">
                  {holdersOf(price, holders)}
                </Typography>
              </span>
              {plan.archivedAt === null && (
                <Button
                  aria-label={`Change… ${priceInWords(price)}`}
                  onClick={() => setAsked({ replaced: price })}
                >
                  Change…
                </Button>
              )}
            </Stack>
          ))}
          {kept.map((price) => (
            <Typography key={price.priceId} variant="body2" color="textSecondary">
              {heldPriceInWords(price)}
            </Typography>
          ))}
          {plan.archivedAt === null && (
            <Button sx={{ alignSelf: 'flex-start' }} onClick={() => setAsked({ replaced: null })}>
              Add a price…
            </Button>
          )}
        </Stack>
      </CardContent>
      {asked !== null && (
        <PriceDialog
          plan={plan}
          holders={holders}
          replaced={asked.replaced}
          onClose={() => setAsked(null)}
          onDone={onDone}
        />
      )}
    </Card>
  );
}

function holdersOf(price: Price, holders: Holders | undefined): string {
  if (holders === undefined) return 'Members are being counted…';
  const held = holders.prices.find(({ priceId }) => priceId === price.id);
  return held === undefined ? 'Nobody pays it yet.' : heldPriceInWords(held);
}
