/** Reconciliations, the newest first, and the button that starts one. */
import { Link } from '@mui/material';
import { DataTable, FunctionField, TopToolbar } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import { DeskList, EmptyList } from '../parts/desk-list.js';
import { MomentField } from '../parts/moment-field.js';
import { momentInWords } from '../words/dates.js';
import { count } from '../words/numbers.js';
import { type Run, starterInWords } from './run.js';
import { StartRun } from './start-run.js';

/** What a phone has no room for. */
const aside = { display: { xs: 'none', md: 'table-cell' } } as const;

const actions = (
  <TopToolbar>
    <StartRun />
  </TopToolbar>
);

/** Milliseconds: a run goes on while the list is looked at. */
const renewal = 10_000;

export default function RunList() {
  return (
    <DeskList title="Reconciliation" actions={actions} queryOptions={{ refetchInterval: renewal }}>
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={
          <EmptyList>
            Our books were not compared with Stripe yet; it is done every night.
          </EmptyList>
        }
      >
        <DataTable.Col label="Begun" disableSort>
          <FunctionField<Run>
            render={({ id, startedAt }) => (
              <Link component={RouterLink} to={`/reconcile/${id}/show`} variant="body2">
                <time dateTime={startedAt}>{momentInWords(startedAt)}</time>
              </Link>
            )}
          />
        </DataTable.Col>
        <DataTable.Col label="Started" disableSort sx={aside}>
          <FunctionField<Run> render={({ startedBy }) => starterInWords(startedBy)} />
        </DataTable.Col>
        <DataTable.Col label="Ended" disableSort sx={aside}>
          <MomentField source="finishedAt" empty="Goes on" />
        </DataTable.Col>
        <DataTable.Col label="Compared" disableSort align="right">
          <FunctionField<Run> render={({ compared }) => count(compared)} />
        </DataTable.Col>
        <DataTable.Col label="Differed" disableSort align="right">
          <FunctionField<Run> render={({ differed }) => count(differed)} />
        </DataTable.Col>
        <DataTable.Col label="Failed" disableSort align="right" sx={aside}>
          <FunctionField<Run> render={({ failed }) => count(failed)} />
        </DataTable.Col>
      </DataTable>
    </DeskList>
  );
}
