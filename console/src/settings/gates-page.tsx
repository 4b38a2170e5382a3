/** Which gate new articles get, by section and kind. */
import AddOutlined from '@mui/icons-material/AddOutlined';
import { Alert, Button, Typography } from '@mui/material';
import { useChoices } from '../articles/masthead.js';
import { GateRow } from './gate-row.js';
import { type GateDefault, gateInWords } from './gates.js';
import { SettingsPage } from './settings-page.js';
import { useSettings } from './use-settings.js';
import { WhatIf } from './what-if.js';

const anotherDefault: GateDefault = {
  section: null,
  kind: null,
  gate: 'members',
  planIds: [],
  freeForHours: null,
  freeAfterDays: null,
};

export default function GatesPage() {
  const inHand = useSettings<{ items: GateDefault[] }>('/admin/settings/gates');
  const sections = useChoices('sections');
  const nameOf = (slug: string) => sections.find(({ id }) => id === slug)?.name ?? slug;
  const { set, errors } = inHand;
  return (
    <SettingsPage
      title="Gates"
      about="What a new article gets when nobody says otherwise. The most specific line counts: section and kind, then section, then kind, then the line for all. Without any, members read it."
      inHand={inHand}
    >
      {({ items }) => (
        <>
          {items.length === 0 && (
            <Typography>
              There is no line yet: every new article is for members until its desk says otherwise.
            </Typography>
          )}
          {items.map(inPlace).map(({ item, place }) => (
            <GateRow
              key={place}
              number={place + 1}
              value={item}
              sections={sections}
              errorOf={(field) => errors[`items.${place}.${field}`]}
              onChange={(changed) => set({ items: items.with(place, changed) })}
              onRemove={() => set({ items: items.toSpliced(place, 1) })}
            />
          ))}
          <Button
            sx={{ alignSelf: 'flex-start' }}
            startIcon={<AddOutlined />}
            onClick={() => set({ items: [...items, anotherDefault] })}
          >
            Add a line
          </Button>
          <WhatIf
            title="What that means"
            sentences={[
              ...items.map((item) => gateInWords(item, nameOf)),
              ...(items.some(({ section, kind }) => section === null && kind === null)
                ? []
                : ['Any other new article: members read it.']),
            ]}
          />
          <Alert severity="info">
            Articles that are there keep the gate that they have. To change those, choose them in
            the list of articles.
          </Alert>
        </>
      )}
    </SettingsPage>
  );
}

/** A line has no name; its place is what it is known by. */
const inPlace = (item: GateDefault, place: number) => ({ item, place });
