/** What the list of articles can be narrowed to. */
import type { ReactElement } from 'react';
import { SelectInput, TextInput } from 'react-admin';
import { useMay } from '../../auth/staff.js';
import { gates, kinds, statuses } from '../article.js';
import { gateNames, kindNames, statusNames } from '../article-words.js';
import { useChoices } from '../masthead.js';

const choicesOf = <Key extends string>(keys: readonly Key[], names: Record<Key, string>) =>
  keys.map((key) => ({ id: key, name: names[key] }));

const sorts = [
  { id: 'newest', name: 'Begun last' },
  { id: 'updated', name: 'Changed last' },
  { id: 'publishAt', name: 'Scheduled, the next one first' },
];

export function useArticleFilters(): ReactElement[] {
  const isEditor = useMay('articles.publish');
  const sections = useChoices('sections');
  const authors = useChoices('authors');
  const tags = useChoices('tags', isEditor);
  const select = (
    source: string,
    label: string,
    choices: readonly { id: string; name: string }[],
    alwaysOn = false,
  ) => (
    <SelectInput
      key={source}
      source={source}
      label={label}
      choices={[...choices]}
      {...(alwaysOn ? { alwaysOn: true } : {})}
    />
  );
  return [
    <TextInput key="q" source="q" label="Words or address" alwaysOn resettable />,
    select('status', 'State', choicesOf(statuses, statusNames), true),
    select('section', 'Section', sections, true),
    select('gate', 'Gate', choicesOf(gates, gateNames)),
    select('author', 'Author', authors),
    ...(isEditor ? [select('tag', 'Tag', tags)] : []),
    select('kind', 'Kind', choicesOf(kinds, kindNames)),
    ...(isEditor ? [select('createdBy', 'Begun by', [{ id: 'me', name: 'Me' }])] : []),
    select('sort', 'Order', sorts),
  ];
}
