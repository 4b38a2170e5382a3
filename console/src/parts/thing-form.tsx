/** The small form of a thing that has a name and an address: makes a new one, or changes one that is there. */
import { Button, TextField } from '@mui/material';
import { useState } from 'react';
import { type RaRecord, useCreate, useRefresh, useUpdate } from 'react-admin';
import { isRefusal } from '../api/refusal.js';
import { DeedDialog } from './deed-dialog.js';

export interface NamedThing extends RaRecord<string> {
  slug: string;
  name: string;
}

export interface FieldOfThing {
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
      fields.map(({ name, type }) => [
        name,
        type === 'number' ? Number(valueOf(name)) : valueOf(name),
      ]),
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
          />
        ))}
      </DeedDialog>
    </>
  );
}
