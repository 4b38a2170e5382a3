/** What can be done to all articles that are chosen: each deed says to how many, and what became of them. */
import { Alert, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useListContext, useNotify, useRefresh } from 'react-admin';
import { DeedDialog } from '../../parts/deed-dialog.js';
import { useMay } from '../../auth/staff.js';
import { countOf } from '../../words/numbers.js';
import { type ArticleCard, type Gate, gates } from '../article.js';
import { gateInWords, gateNames } from '../article-words.js';
import { useChoices } from '../masthead.js';
import { ScheduleDialog } from '../page/schedule-dialog.js';
import { type BulkWish, doToAll } from './bulk.js';

type Deed = BulkWish['action'];

const labels: readonly { deed: Deed; label: string; isForEditors?: boolean }[] = [
  { deed: 'publish', label: 'Publish…', isForEditors: true },
  { deed: 'schedule', label: 'Schedule…', isForEditors: true },
  { deed: 'unpublish', label: 'Take back…', isForEditors: true },
  { deed: 'set-gate', label: 'Set gate…' },
  { deed: 'set-section', label: 'Set section…' },
  { deed: 'add-tags', label: 'Add tags…' },
  { deed: 'remove-tags', label: 'Remove tags…' },
  { deed: 'delete', label: 'Delete…' },
];

export function BulkDeeds() {
  const { selectedIds, data, onUnselectItems } = useListContext<ArticleCard>();
  const isEditor = useMay('articles.publish');
  const [asked, setAsked] = useState<Deed | null>(null);
  const [refusals, setRefusals] = useState<string[]>([]);
  const notify = useNotify();
  const refresh = useRefresh();
  const ids = selectedIds.map(String);
  const what = countOf(ids.length, 'article');
  const chosen = (data ?? []).filter(({ id }) => ids.includes(id));

  /** Those that were refused stay chosen, with why. */
  const act = async (wish: BulkWish) => {
    const outcome = await doToAll(ids, wish);
    notify(`Done to ${countOf(outcome.done, 'article')}.`, {
      type: outcome.refusals.length > 0 ? 'warning' : 'success',
    });
    refresh();
    setRefusals(outcome.refusals);
    if (outcome.refusals.length === 0) onUnselectItems();
  };
  const dialog = { what, ids, chosen, onClose: () => setAsked(null), act };
  return (
    <Stack sx={{ width: '100%' }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 0.5 }}>
        {labels
          .filter(({ isForEditors }) => isEditor || isForEditors !== true)
          .map(({ deed, label }) => (
            <Button key={deed} size="small" onClick={() => setAsked(deed)}>
              {label}
            </Button>
          ))}
      </Stack>
      {refusals.length > 0 && (
        <Alert severity="warning" onClose={() => setRefusals([])}>
          {refusals.map((why) => (
            <Typography key={why} variant="body2">
              {why}
            </Typography>
          ))}
        </Alert>
      )}
      {asked !== null && <BulkDialog deed={asked} {...dialog} />}
    </Stack>
  );
}

interface BulkDialogProps {
  deed: Deed;
  /** Like `3 articles`. */
  what: string;
  ids: readonly string[];
  chosen: readonly ArticleCard[];
  onClose: () => void;
  act: (wish: BulkWish) => Promise<void>;
}

function BulkDialog({ deed, what, ids, chosen, onClose, act }: BulkDialogProps) {
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
            sx={{ mt: 1 }}
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
          sx={{ mt: 1 }}
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
          sx={{ mt: 1 }}
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
  deed: Exclude<Deed, 'schedule'>,
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
