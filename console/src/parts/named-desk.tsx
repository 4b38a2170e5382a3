/** A desk for things that have a name and an address: a list, in which they are changed and deleted. */
import { List, ListItem, ListItemText, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, useRefresh } from 'react-admin';
import { api } from '../api/client.js';
import { DeedButton } from './deed-dialog.js';
import { EmptyList } from './desk-list.js';
import { type FieldOfThing, type NamedThing, ThingForm } from './thing-form.js';

interface NamedDeskProps<Thing extends NamedThing> {
  resource: string;
  /** Like `section`. */
  noun: string;
  fields: readonly FieldOfThing[];
  /** What stands below the name. */
  about?: (thing: Thing) => string;
  /** Whatever else can be done to one. */
  deeds?: (thing: Thing) => ReactNode;
  /** What is known of how many articles name it, before it is deleted. */
  deletionOf: (thing: Thing) => { words: string; isRefused?: boolean };
}

export function NamedDesk<Thing extends NamedThing>(props: NamedDeskProps<Thing>) {
  const { resource, noun, fields, about, deeds, deletionOf } = props;
  const { data = [], isPending } = useListContext<Thing>();
  const refresh = useRefresh();
  if (isPending) return null;
  if (data.length === 0) return <EmptyList>{`There is no ${noun} yet.`}</EmptyList>;
  return (
    <List>
      {data.map((thing) => {
        const deletion = deletionOf(thing);
        return (
          <ListItem key={thing.id} divider sx={{ flexWrap: 'wrap', gap: 1 }}>
            <ListItemText
              primary={thing.name}
              secondary={about?.(thing) ?? thing.slug}
              sx={{ minWidth: 200 }}
            />
            <Stack direction="row">
              {deeds?.(thing)}
              <ThingForm resource={resource} noun={noun} fields={fields} before={thing} />
              <DeedButton
                label="Delete…"
                button={{ size: 'small', color: 'error', 'aria-label': `Delete ${thing.name}` }}
                title={`Delete ${thing.name}?`}
                verb={`Delete 1 ${noun}`}
                done={`${thing.name} is gone.`}
                isDangerous
                disabled={deletion.isRefused === true}
                deed={async () => {
                  await api.delete(`/admin/${resource}/${thing.id}`);
                  refresh();
                }}
              >
                <Typography>{deletion.words}</Typography>
              </DeedButton>
            </Stack>
          </ListItem>
        );
      })}
    </List>
  );
}
