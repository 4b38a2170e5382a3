/** The sections, in the order of the masthead: made, renamed, moved, deleted. */
import { TopToolbar } from 'react-admin';
import { DeskList } from '../parts/desk-list.js';
import { NamedDesk } from '../parts/named-desk.js';
import { type NamedThing, nameAndAddress, ThingForm } from '../parts/thing-form.js';

interface Section extends NamedThing {
  position: number;
}

const fields = [
  ...nameAndAddress,
  {
    name: 'position',
    label: 'Place in the masthead',
    help: 'Sections stand by this number, the lowest first.',
    type: 'number' as const,
  },
];

export default function SectionList() {
  return (
    <DeskList
      title="Sections"
      actions={
        <TopToolbar>
          <ThingForm resource="sections" noun="section" fields={fields} />
        </TopToolbar>
      }
    >
      <NamedDesk<Section>
        resource="sections"
        noun="section"
        fields={fields}
        about={({ slug, position }) => `${slug}, at place ${position}`}
        deletionOf={({ name }) => ({
          words: `${name} goes only where no article stands in it; else you hear how many do, and nothing changes. The gates that are set for new articles in it go with it.`,
        })}
      />
    </DeskList>
  );
}
