/** All accounts, the newest first, with where each stands; found by anything that a letter of theirs may say. */
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Chip, Stack, Typography } from '@mui/material';
import { Button, DataTable, FilterButton, FunctionField, TopToolbar } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { DeskList, EmptyList } from '../parts/desk-list.js';
import { MomentField } from '../parts/moment-field.js';
import { ExportButton } from './export/export-button.js';
import { type FoundMember } from './member.js';
import { memberFilters } from './member-filters.js';
import { StateChip } from './state-chip.js';

const onDesks = { display: { xs: 'none', md: 'table-cell' } } as const;

export default function MembersList() {
  return (
    <DeskList title="Members" filters={memberFilters} actions={<Tools />}>
      <DataTable
        bulkActionButtons={false}
        rowClick="show"
        empty={
          <EmptyList>
            Nobody has an account yet. Readers open theirs on the site; to bring those that you have
            already, take in a file of them.
          </EmptyList>
        }
      >
        <DataTable.Col label="Who" disableSort>
          <FunctionField<FoundMember> render={(member) => <Who member={member} />} />
        </DataTable.Col>
        <DataTable.Col label="Stands" disableSort>
          <FunctionField<FoundMember> render={(member) => <Stands member={member} />} />
        </DataTable.Col>
        <DataTable.Col label="Labels" disableSort cellSx={onDesksCell} sx={onDesks}>
          <FunctionField<FoundMember> render={({ labels }) => labels.join(', ')} />
        </DataTable.Col>
        <DataTable.Col label="Account since" disableSort cellSx={onDesksCell} sx={onDesks}>
          <MomentField source="createdAt" />
        </DataTable.Col>
      </DataTable>
    </DeskList>
  );
}

const onDesksCell = () => onDesks;

function Tools() {
  return (
    <TopToolbar>
      <FilterButton disableSaveQuery />
      <Button component={RouterLink} to="/member-imports" label="Bring members">
        <UploadFileOutlined />
      </Button>
      <ExportButton />
    </TopToolbar>
  );
}

function Who({ member }: { member: FoundMember }) {
  const { id, name, email, deletedAt, roles } = member;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography
        component={RouterLink}
        to={`/members/${id}/show`}
        variant="body2"
        sx={{ fontWeight: 600, color: 'text.primary', overflowWrap: 'anywhere' }}
      >
        {deletedAt === null ? (name ?? email) : 'A deleted account'}
      </Typography>
      {name !== null && deletedAt === null && (
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {email}
        </Typography>
      )}
      {roles.map((role) => (
        <Chip key={role} size="small" label={role} sx={{ mt: 0.5 }} />
      ))}
    </Box>
  );
}

function Stands({ member }: { member: FoundMember }) {
  const { membership, bannedAt } = member;
  return (
    <Stack spacing={0.5} sx={{ alignItems: 'flex-start' }}>
      <StateChip state={membership.state} />
      {membership.plan !== null && (
        <Typography variant="body2" color="textSecondary">
          {membership.plan.name}
        </Typography>
      )}
      {bannedAt !== null && <Chip size="small" color="error" label="Banned" />}
    </Stack>
  );
}
