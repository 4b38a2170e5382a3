/** A desk for things that have a name and an address: a list, and small forms to make, change and delete them. */
import { Button, List, ListItem, ListItemText, Stack, TextField, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useCreate, useListContext, useRefresh, useUpdate, type RaRecord } from 'react-admin';
import { api } from '../api/client.js';
import { isRefusal } from '../api/refusal.js';
import { DeedButton, DeedDialog } from './deed-dialog.js';
import { EmptyList } from './desk-list.js';

export interface NamedThing extends RaRecord<string> {
  slug: string;
  name: string;
}

interface FieldOfThing {
  name: string;
  label: string;
  help?: string;
  multiline?: boolean;
  type?: 'number';
}

/** Every such thing has these. */
export const nameAndAddress: readonly FieldOfThing[] = [
  { name: 'name', label: 'Name' },
  { name: 'slug', label: 'Address', help: 'Lower-case words joined by hyphens.' },
];

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

interface ThingFormProps {
  resource: string;
  noun: string;
  fields: readonly FieldOfThing[];
  /** Left out for a new one. */
  before?: NamedThing;
}

/** A button, and the form that it opens; what is wrong with a field stands beside it. */
export function ThingForm({ resource, noun, fields, before }: ThingFormProps) {
  const [isOpen, setOpen] = useState(false);
  const [given, setGiven] = useState<Record<string, string>>({});
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [create] = useCreate();
  const [update] = useUpdate();
  const refresh = useRefresh();
  const valueOf = (name: string): string => given[name] ?? String(before?.[name] ?? '');
  const save = async () => {
    const data = Object.fromEntries(
      fields.map(({ name, type }) => [name, asSent(valueOf(name), type)]),
    );
    const options = { returnPromise: true } as const;
    try {
      if (before === undefined) await create(resource, { data }, options);
      else await update(resource, { id: before.id, data, previousData: before }, options);
      refresh();
    } catch (error) {
      setWrong(isRefusal(error) ? error.fields : {});
      throw error;
    }
  };
  const open = () => {
    setGiven({});
    setWrong({});
    setOpen(true);
  };
  const isNew = before === undefined;
  return (
    <>
      <Button
        size="small"
        variant={isNew ? 'contained' : 'text'}
        {...(isNew ? {} : { 'aria-label': `Change ${before.name}` })}
        onClick={open}
      >
        {isNew ? `New ${noun}…` : 'Change…'}
      </Button>
      <DeedDialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={isNew ? `A new ${noun}` : `Change ${before.name}`}
        verb={isNew ? `Make ${noun}` : `Save ${noun}`}
        done="Saved."
        deed={save}
      >
        {fields.map(({ name, label, help, multiline = false, type }) => (
          <TextField
            key={name}
            label={label}
            value={valueOf(name)}
            onChange={({ target }) => setGiven({ ...given, [name]: target.value })}
            multiline={multiline}
            {...(type === undefined ? {} : { type })}
            error={wrong[name] !== undefined}
            helperText={wrong[name] ?? help}
            sx={{ '&:first-of-type': { mt: 1 } }}
          />
        ))}
      </DeedDialog>
    </>
  );
}

function asSent(value: string, type: FieldOfThing['type']): string | number | null {
  if (type === 'number') return Number(value);
  return value;
}
