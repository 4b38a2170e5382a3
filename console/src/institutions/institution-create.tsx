/** Opens the paper to an institution. */
import { Create, SimpleForm } from 'react-admin';
import { FormEnd, InstitutionFields, written } from './institution-fields.js';

export default function InstitutionCreate() {
  return (
    <Create title="A new institution" redirect="list" transform={written}>
      <SimpleForm sx={{ maxWidth: 640 }} toolbar={<FormEnd verb="Open the paper to it" />}>
        <InstitutionFields />
      </SimpleForm>
    </Create>
  );
}
