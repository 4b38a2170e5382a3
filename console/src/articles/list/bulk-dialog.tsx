/** Asks before something is done to several articles: what it does, to how many and to which. */
import { MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../../auth/staff.js';
import { DeedDialog } from '../../parts/deed-dialog.js';
import { type ArticleCard, type Gate, gates } from '../article.js';
import { gateInWords, gateNames } from '../article-words.js';
import { useChoices } from '../masthead.js';
import { ScheduleDialog } from '../page/schedule-dialog.js';
import type { BulkWish } from './bulk.js';

interface BulkDialogProps {
  deed: BulkWish['action'];
  /** Like `3 articles`. */
  what: string;
  ids: readonly string[];
  chosen: readonly ArticleCard[];
  onClose: () => void;
  act: (wish: BulkWish) => Promise<void>;
}

export function BulkDialog({ deed, what, ids, chosen, onClose, act }: BulkDialogProps) {
  const isEditor = useMay('articles.publish');
  const sections = useChoices('sections');
  const tags = useChoices('tags', isEditor);
  const [gate, setGate] = useState<Gate>('members');
  const [section, setSection] = useState('');
  const [tag, setTag] = useState('');
  if (deed === 'schedule') {
    return (
      <ScheduleDialog
        open
        onClose={onClose}
        articles={ids.length}
        onChosen={(at) => act({ action: 'schedule', publishAt: at.toISOString() })}
      >
        <Headlines chosen={chosen} />
      </ScheduleDialog>
    );
  }
  const { title, verb, says, isDangerous = false } = sentencesOf(deed, what);
  const wish: BulkWish = {
    publish: { action: 'publish' as const },
    unpublish: { action: 'unpublish' as const },
    delete: { action: 'delete' as const },
    'set-gate': { action: 'set-gate' as const, gate },
    'set-section': { action: 'set-section' as const, section: section || null },
    'add-tags': { action: 'add-tags' as const, tags: listOf(tag) },
    'remove-tags': { action: 'remove-tags' as const, tags: listOf(tag) },
  }[deed];
  const takesTags = deed === 'add-tags' || deed === 'remove-tags';
  return (
    <DeedDialog
      open
      onClose={onClose}
      title={title}
      verb={verb}
      isDangerous={isDangerous}
      disabled={takesTags && listOf(tag).length === 0}
      deed={() => act(wish)}
    >
      {says !== '' && <Typography>{says}</Typography>}
      {deed === 'set-gate' && (
        <>
          <TextField
            select
            label="Gate"
            value={gate}
            onChange={({ target }) => setGate(target.value as Gate)}
          >
            {gates.map((each) => (
              <MenuItem key={each} value={each}>
                {gateNames[each]}
              </MenuItem>
            ))}
          </TextField>
          <Typography>
            {gateInWords({ gate, planIds: [], freeForHours: null, freeAfterDays: null })}
          </Typography>
        </>
      )}
      {deed === 'set-section' && (
        <TextField
          select
          label="Section"
          value={section}
          onChange={({ target }) => setSection(target.value)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">In no section</MenuItem>
          {sections.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      {takesTags && (
        <TextField
          label="Tags, with commas between"
          value={tag}
          onChange={({ target }) => setTag(target.value)}
          {...(tags.length > 0
            ? {
                helperText: `Such as ${tags
                  .slice(0, 3)
                  .map(({ name }) => name)
                  .join(', ')}`,
              }
            : {})}
        />
      )}
      <Headlines chosen={chosen} />
    </DeedDialog>
  );
}

const listOf = (words: string): string[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

const most = 5;

function Headlines({ chosen }: { chosen: readonly ArticleCard[] }) {
  const more = chosen.length - most;
  return (
    <Typography component="ul" variant="body2" color="textSecondary" sx={{ pl: 2, m: 0 }}>
      {chosen.slice(0, most).map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </Typography>
  );
}

function sentencesOf(
  deed: Exclude<BulkWish['action'], 'schedule'>,
  what: string,
): { title: string; verb: string; says: string; isDangerous?: boolean } {
  switch (deed) {
    case 'publish':
      return {
        title: `Publish ${what} now?`,
        verb: `Publish ${what}`,
        says: 'They appear before all readers at once.',
      };
    case 'unpublish':
      return {
        title: `Take ${what} back?`,
        verb: `Take ${what} back`,
        says: 'No reader finds them any more. Nothing of them is lost.',
        isDangerous: true,
      };
    case 'delete':
      return {
        title: `Delete ${what}?`,
        verb: `Delete ${what}`,
        says: 'Drafts that no reader has seen are gone for good; all others are refused and stay.',
        isDangerous: true,
      };
    case 'set-gate':
      return { title: `Set the gate of ${what}`, verb: `Set the gate of ${what}`, says: '' };
    case 'set-section':
      return { title: `Move ${what}`, verb: `Move ${what}`, says: '' };
    case 'add-tags':
      return { title: `Add tags to ${what}`, verb: `Add tags to ${what}`, says: '' };
    case 'remove-tags':
      return { title: `Remove tags from ${what}`, verb: `Remove tags from ${what}`, says: '' };
  }
}
