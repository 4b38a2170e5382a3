/** What can be done to all articles that are chosen: each deed says to how many, and what became of them. */
import { Alert, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useListContext, useNotify, useRefresh } from 'react-admin';
import { useMay } from '../../auth/staff.js';
import { countOf } from '../../words/numbers.js';
import type { ArticleCard } from '../article.js';
import { type BulkWish, doToAll } from './bulk.js';
import { BulkDialog } from './bulk-dialog.js';

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
