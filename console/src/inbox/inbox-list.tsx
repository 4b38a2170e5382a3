/** The inbox as a list: what needs a person first, then the newest. */
import { Link, Typography } from '@mui/material';
import { DataTable, FunctionField, SelectInput, TextInput } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import { DeskList, EmptyList } from '../parts/desk-list.js';
import { MomentField } from '../parts/moment-field.js';
import { count } from '../words/numbers.js';
import { type ReceivedEvent, statuses } from './received-event.js';
import { RetrySelected } from './retry.js';
import { StatusChip } from './status-chip.js';

const choices = Object.entries(statuses).map(([id, { label }]) => ({ id, name: label }));

const filters = [
  <SelectInput key="status" source="status" label="What became of it" choices={choices} alwaysOn />,
  <TextInput key="type" source="type" label="Type, like invoice.paid" alwaysOn resettable />,
];

/** What a phone has no room for. */
const aside = { display: { xs: 'none', md: 'table-cell' } } as const;

export default function InboxList() {
  return (
    <DeskList title="Webhook inbox" filters={filters}>
      <DataTable
        rowClick="show"
        bulkActionButtons={<RetrySelected />}
        empty={
          <EmptyList>
            Nothing has come from Stripe yet. Where it should have, `npm run stripe:doctor` says why
            not.
          </EmptyList>
        }
      >
        <DataTable.Col label="Status" disableSort>
          <StatusChip />
        </DataTable.Col>
        <DataTable.Col label="What happened" disableSort>
          <FunctionField<ReceivedEvent> render={nameOf} />
        </DataTable.Col>
        <DataTable.Col source="receivedAt" label="Received" disableSort>
          <MomentField source="receivedAt" />
        </DataTable.Col>
        <DataTable.Col label="Failures" disableSort sx={aside} align="right">
          <FunctionField<ReceivedEvent> render={({ attempts }) => count(attempts)} />
        </DataTable.Col>
        <DataTable.Col label="Why it failed" disableSort sx={aside}>
          <FunctionField<ReceivedEvent> render={({ lastError }) => lastError ?? '–'} />
        </DataTable.Col>
      </DataTable>
    </DeskList>
  );
}

function nameOf({ id, type, customer }: ReceivedEvent) {
  return (
    <>
      <Link
        component={RouterLink}
        to={`/webhook-events/${id}/show`}
        variant="body2"
        sx={{ overflowWrap: 'anywhere' }}
      >
        {type}
      </Link>
      <Typography
        component="span"
        variant="caption"
        color="textSecondary"
        sx={{ display: 'block', overflowWrap: 'anywhere' }}
      >
        {customer ?? 'of no customer'}
      </Typography>
    </>
  );
}
