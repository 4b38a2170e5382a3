/** All institutions, those that have ended included, the newest first. */
import { Typography } from '@mui/material';
import { CreateButton, DataTable, FunctionField, TopToolbar } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { DeskList, EmptyList } from '../parts/desk-list.js';
import { dayInWords } from '../words/dates.js';
import { type Institution, standsNow, waysIn } from './institution.js';

const onDesks = { display: { xs: 'none', sm: 'table-cell' } } as const;

export default function InstitutionList() {
  return (
    <DeskList title="Institutions" actions={<Tools />}>
      <DataTable
        bulkActionButtons={false}
        rowClick="edit"
        empty={
          <EmptyList action={<CreateButton label="Open the paper to one" />}>
            No library, school or company reads here yet. Whoever comes from the networks of one, or
            has an address of its domains, reads everything without a membership of her own.
          </EmptyList>
        }
      >
        <DataTable.Col label="Institution" disableSort>
          <FunctionField<Institution>
            render={({ id, name }) => (
              <Typography
                component={RouterLink}
                to={`/institutions/${id}`}
                variant="body2"
                sx={{ fontWeight: 600, color: 'text.primary', overflowWrap: 'anywhere' }}
              >
                {name}
              </Typography>
            )}
          />
        </DataTable.Col>
        <DataTable.Col label="Reads" disableSort>
          <FunctionField<Institution> render={untilInWords} />
        </DataTable.Col>
        <DataTable.Col label="By" disableSort cellSx={() => onDesks} sx={onDesks}>
          <FunctionField<Institution> render={waysIn} />
        </DataTable.Col>
      </DataTable>
    </DeskList>
  );
}

function Tools() {
  return (
    <TopToolbar>
      <CreateButton />
    </TopToolbar>
  );
}

function untilInWords(institution: Institution): string {
  switch (standsNow(institution)) {
    case 'comes':
      return `from ${dayInWords(institution.startsAt)} on`;
    case 'reads':
      return `until ${dayInWords(institution.endsAt)}`;
    case 'ended':
      return `ended on ${dayInWords(institution.endsAt)}`;
  }
}
