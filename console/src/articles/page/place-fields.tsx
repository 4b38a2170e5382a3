/** Where an article stands in the paper, who wrote it, and where readers find it. */
import { Stack } from '@mui/material';
import { SelectInput, TextInput } from 'react-admin';
import { useMay } from '../../auth/staff.js';
import { kinds } from '../article.js';
import { kindNames } from '../article-words.js';
import { useChoices } from '../masthead.js';
import { ChoicesInput } from './choices-input.js';

const kindChoices = kinds.map((kind) => ({ id: kind, name: kindNames[kind] }));

export function PlaceFields({ isNew }: { isNew: boolean }) {
  const isEditor = useMay('articles.publish');
  const sections = useChoices('sections');
  const authors = useChoices('authors');
  const tags = useChoices('tags', isEditor);
  return (
    <Stack spacing={2}>
      <SelectInput
        source="section"
        label="Section"
        choices={sections}
        emptyText="In no section"
        helperText={false}
      />
      <SelectInput
        source="kind"
        label="Kind"
        choices={kindChoices}
        defaultValue="story"
        isRequired
        validate={undefined}
        helperText={false}
      />
      <ChoicesInput source="authors" label="Authors" choices={authors} />
      <ChoicesInput
        source="tags"
        label="Tags"
        choices={tags}
        takesNew
        helperText="Type a name and press Enter; a new one becomes a tag."
      />
      <TextInput
        source="slug"
        label="Address"
        helperText={`The last part of the address: lower-case words joined by hyphens. ${
          isNew
            ? 'Left empty, it is made from the headline.'
            : 'Where readers have seen the old one, it leads on to the new one.'
        }`}
      />
    </Stack>
  );
}
