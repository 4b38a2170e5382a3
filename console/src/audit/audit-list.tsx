/** The audit as a list, the newest first; each entry opens to what it changed. */
import { Typography } from '@mui/material';
import { DataTable, DateTimeInput, FunctionField, SelectInput, TextInput } from 'react-admin';
import { DeskList, EmptyList } from '../parts/desk-list.js';
import { MomentField } from '../parts/moment-field.js';
import type { AuditEntry } from './audit-change.js';
import { AuditDetails } from './audit-details.js';
import { SubjectLink, subjectChoices } from './subject-link.js';

/** An instant as the API takes it; the field itself has the browser's time zone. */
const instant = (value: string): string | null =>
  value === '' ? null : new Date(value).toISOString();

const filters = [
  <TextInput key="action" source="action" label="Deed, like plan.price-set" alwaysOn resettable />,
  <SelectInput key="subject" source="subject" label="Done to" choices={subjectChoices} alwaysOn />,
  <TextInput key="subjectId" source="subjectId" label="The id of what it was done to" />,
  <TextInput key="actorId" source="actorId" label="The account of who did it" />,
  <DateTimeInput key="from" source="from" label="From" parse={instant} />,
  <DateTimeInput key="to" source="to" label="Until" parse={instant} />,
];

/** What a phone has no room for. */
const aside = { display: { xs: 'none', sm: 'table-cell' } } as const;

export default function AuditList() {
  return (
    <DeskList title="Audit" filters={filters}>
      <DataTable
        bulkActionButtons={false}
        rowClick={false}
        empty={<EmptyList>Nothing was done yet: every deed of staff will stand here.</EmptyList>}
      >
        <DataTable.Col source="at" label="When" disableSort>
          <MomentField source="at" />
        </DataTable.Col>
        <DataTable.Col label="Who" disableSort sx={aside}>
          <FunctionField<AuditEntry> render={actorInWords} />
        </DataTable.Col>
        <DataTable.Col label="Deed" disableSort>
          <FunctionField<AuditEntry>
            render={({ action }) => (
              <Typography component="span" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                {action}
              </Typography>
            )}
          />
        </DataTable.Col>
        <DataTable.Col label="To" disableSort sx={aside}>
          <SubjectLink />
        </DataTable.Col>
        <DataTable.Col label="What it changed" disableSort>
          <AuditDetails />
        </DataTable.Col>
      </DataTable>
    </DeskList>
  );
}

function actorInWords({ actor, actorId }: AuditEntry): string {
  if (actor !== null) return actor.name ?? actor.email;
  return actorId === null ? 'Broadsheet' : 'Somebody who is gone';
}
