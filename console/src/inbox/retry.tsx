/** Has events answered again, after saying what that does. */
import { Typography } from '@mui/material';
import { useListContext, useRefresh, useUnselectAll } from 'react-admin';
import { api } from '../api/client.js';
import { DeedButton } from '../parts/deed-dialog.js';
import { countOf } from '../words/numbers.js';
import type { ReceivedEvent } from './received-event.js';

const retry = (id: string): Promise<ReceivedEvent> =>
  api.post(`/admin/webhook-events/${encodeURIComponent(id)}/retry`);

export function RetryEvent({ event, onDone }: { event: ReceivedEvent; onDone: () => unknown }) {
  return (
    <DeedButton
      label="Retry…"
      button={{ variant: 'contained' }}
      title="Retry this event?"
      verb="Retry 1 event"
      deed={async () => {
        await retry(event.id);
        await onDone();
      }}
      done="It is being answered again."
    >
      <Typography>
        {event.customer === null
          ? 'Stripe is asked whom this event is about, and our books are brought in line with what Stripe says of her.'
          : `Stripe is asked about ${event.customer} alone, and our books are brought in line with what it says.`}
      </Typography>
      <WhatItLeaves />
    </DeedButton>
  );
}

/** For those that are ticked in the list. */
export function RetrySelected() {
  const { selectedIds } = useListContext<ReceivedEvent>();
  const unselect = useUnselectAll('webhook-events');
  const refresh = useRefresh();
  const events = countOf(selectedIds.length, 'event');
  return (
    <DeedButton
      label="Retry…"
      title={`Retry ${events}?`}
      verb={`Retry ${events}`}
      deed={async () => {
        // One after the other: where one is refused, those before it are on their way and shown so.
        try {
          for (const id of selectedIds) await retry(String(id));
          unselect();
        } finally {
          refresh();
        }
      }}
      done={`${events} being answered again.`}
    >
      <Typography>
        Stripe is asked about each of their customers, and our books are brought in line with what
        it says.
      </Typography>
      <WhatItLeaves />
    </DeedButton>
  );
}

function WhatItLeaves() {
  return (
    <Typography color="textSecondary">
      Nobody is charged by it, and nobody gets a mail twice. It is written into the audit.
    </Typography>
  );
}
