/** By what members are found: everything that the API's list asks for. */
import { SelectInput, TextInput, type TextInputProps } from 'react-admin';
import { states } from './member.js';
import { stateNames } from './standing.js';
import { usePlans } from '../plans/use-plans.js';

const stateChoices = states.map((id) => ({ id, name: stateNames[id] }));
const roleChoices = [
  { id: 'author', name: 'Author' },
  { id: 'editor', name: 'Editor' },
  { id: 'admin', name: 'Admin' },
];
const bannedChoices = [
  { id: 'true', name: 'Banned' },
  { id: 'false', name: 'Not banned' },
];

function PlanFilter(props: Pick<TextInputProps, 'alwaysOn'> & { source: string; label: string }) {
  const choices = usePlans().map(({ slug, name }) => ({ id: slug, name }));
  return <SelectInput {...props} choices={choices} />;
}

export const memberFilters = [
  <TextInput
    key="q"
    source="q"
    label="Name, address, label, invoice or id"
    alwaysOn
    resettable
    sx={{ minWidth: { sm: 320 } }}
  />,
  <SelectInput key="state" source="state" label="Stands" choices={stateChoices} alwaysOn />,
  <PlanFilter key="plan" source="plan" label="Plan" />,
  <TextInput key="label" source="label" label="Label" resettable />,
  <SelectInput key="role" source="role" label="Role" choices={roleChoices} />,
  <SelectInput key="banned" source="banned" label="Banned" choices={bannedChoices} />,
];
