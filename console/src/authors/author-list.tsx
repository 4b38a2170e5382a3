/** The authors, by name: made, renamed, described, deleted. */
import { TopToolbar } from 'react-admin';
import { DeskList } from '../parts/desk-list.js';
import { NamedDesk } from '../parts/named-desk.js';
import { type NamedThing, nameAndAddress, ThingForm } from '../parts/thing-form.js';

interface Author extends NamedThing {
  bio: string | null;
}

const fields = [...nameAndAddress, { name: 'bio', label: 'About her', multiline: true }];

export default function AuthorList() {
  return (
    <DeskList
      title="Authors"
      actions={
        <TopToolbar>
          <ThingForm resource="authors" noun="author" fields={fields} />
        </TopToolbar>
      }
    >
      <NamedDesk<Author>
        resource="authors"
        noun="author"
        fields={fields}
        about={({ slug, bio }) => (bio ? `${slug}: ${bio}` : slug)}
        deletionOf={({ name }) => ({
          words: `${name} goes only where no article names her; else you hear how many do, and nothing changes.`,
        })}
      />
    </DeskList>
  );
}
