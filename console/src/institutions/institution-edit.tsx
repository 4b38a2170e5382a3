/** Changes an institution, ends it, and shows how much is read through it. */
import { Typography } from '@mui/material';
import { Edit, SimpleForm, TopToolbar, useRecordContext, useRefresh } from 'react-admin';
import { api } from '../api/client.js';
import { DeedButton } from '../parts/deed-dialog.js';
import { type Institution, standsNow, waysIn } from './institution.js';
import { FormEnd, InstitutionFields, written } from './institution-fields.js';
import { InstitutionUsage } from './institution-usage.js';

export default function InstitutionEdit() {
  return (
    <Edit
      title={<Name />}
      mutationMode="pessimistic"
      redirect={false}
      transform={written}
      actions={<Tools />}
      aside={<InstitutionUsage />}
      sx={{ '& .RaEdit-main': { flexDirection: { xs: 'column', lg: 'row' }, gap: 2 } }}
    >
      <SimpleForm toolbar={<FormEnd verb="Save" />}>
        <InstitutionFields />
      </SimpleForm>
    </Edit>
  );
}

function Name() {
  return <>{useRecordContext<Institution>()?.name}</>;
}

function Tools() {
  return (
    <TopToolbar>
      <EndNow />
    </TopToolbar>
  );
}

function EndNow() {
  const institution = useRecordContext<Institution>();
  const refresh = useRefresh();
  if (institution === undefined || standsNow(institution) !== 'reads') return null;
  const { id, name } = institution;
  const end = async () => {
    const now = performance.timeOrigin + performance.now();
    await api.patch(`/admin/institutions/${id}`, { endsAt: new Date(now).toISOString() });
    refresh();
  };
  return (
    <DeedButton
      label="End it now…"
      title={`Close the paper to ${name}?`}
      verb={`Close it to ${name} now`}
      isDangerous
      deed={end}
      done={`${name} reads no more.`}
      button={{ color: 'error' }}
    >
      <Typography>
        Whoever reads through {name} ({waysIn(institution)}) meets the wall from the next request
        on, unless she is a member herself. Giving it a later last day opens it again.
      </Typography>
    </DeedButton>
  );
}
