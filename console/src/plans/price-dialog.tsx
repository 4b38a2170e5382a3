/** Puts a price on sale, after saying who keeps which. */
import { useState } from 'react';
import { Typography } from '@mui/material';
import { api } from '../api/client.js';
import { DeedDialog } from '../parts/deed-dialog.js';
import { dayInWords } from '../words/dates.js';
import { typedOf } from '../words/minor-units.js';
import { EffectsList } from './effects-list.js';
import type { Holders, Plan } from './plan.js';
import { effectsOfPrice } from './plan-effects.js';
import { type Price, priceInWords } from './price.js';
import { PriceFields, priceOf, type TypedPrice } from './price-fields.js';

export interface PriceDialogProps {
  plan: Plan;
  holders: Holders | undefined;
  /** The one whose place it takes; null for a further one. */
  replaced: Price | null;
  onClose: () => void;
  onDone: () => void;
}

const blank: TypedPrice = { amount: '', currency: 'usd', interval: 'year' };

export function PriceDialog({ plan, holders, replaced, onClose, onDone }: PriceDialogProps) {
  const [typed, setTyped] = useState<TypedPrice>(
    replaced === null
      ? blank
      : { ...replaced, amount: typedOf(replaced.amount, replaced.currency) },
  );
  const price = priceOf(typed);
  const taken =
    replaced ??
    plan.prices.find(
      ({ currency, interval }) => currency === price?.currency && interval === price.interval,
    ) ??
    null;
  const isSame = price !== null && taken?.amount === price.amount;
  return (
    <DeedDialog
      open
      onClose={onClose}
      title={taken === null ? `Another price of ${plan.name}` : `A new price for ${plan.name}`}
      verb={price === null ? 'Sell for this price' : `Sell for ${priceInWords(price)}`}
      deed={async () => {
        const priceId = taken === null ? {} : { priceId: taken.id };
        await api.put(`/admin/plans/${plan.id}/price`, { ...price, ...priceId });
        onDone();
      }}
      done="The price is on sale."
      disabled={price === null || isSame || holders === undefined}
    >
      <PriceFields value={typed} onChange={setTyped} isPlaceFixed={replaced !== null} />
      {isSame && <Typography>That is what it costs now.</Typography>}
      {price !== null && !isSame && holders !== undefined && (
        <EffectsList effects={effectsOfPrice(taken, price, holders, nextRenewalOf(holders))} />
      )}
    </DeedDialog>
  );
}

function nextRenewalOf({ nextRenewals: { first } }: Holders): string | null {
  return first === null ? null : dayInWords(first);
}
