/** A member's whole life, day by day, the newest first; what is older comes when it is asked for. */
import { Alert, Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { api } from '../../api/client.js';
import type { CursorPage } from '../../api/cursors.js';
import { sentenceOf } from '../../api/refusal.js';
import { dayInWords, timeInWords } from '../../words/dates.js';
import { SectionCard } from '../../parts/section-card.js';
import { StaffName } from '../staff-name.js';
import { byDay } from './by-day.js';
import { MomentIcon } from './moment-icon.js';
import { type Moment, type MomentKind, momentInWords, momentKinds } from './moment-words.js';

/** Stripe tells a dozen things of one purchase, and most looks leave them out. */
const atOnce = 100;

const herLife = 'Her life';

const views: Record<string, readonly MomentKind[]> = {
  [herLife]: momentKinds.filter((kind) => kind !== 'stripe-event'),
  'Membership and money': ['membership', 'trial', 'invoice', 'money', 'consent'],
  'Visits and reading': ['account', 'session', 'second-factor', 'read', 'gift'],
  'Letters to her': ['letter'],
  'Notes and deeds of staff': ['note', 'deed'],
  'Stripe’s events': ['stripe-event'],
};

export function Timeline({ memberId }: { memberId: string }) {
  const [view, setView] = useState(herLife);
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['members', memberId, 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      api.get<CursorPage<Moment>>(
        `/admin/members/${memberId}/timeline`,
        { limit: atOnce, cursor: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const kinds = views[view] ?? momentKinds;
  const told = data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = told.filter(({ kind }) => kinds.includes(kind));
  return (
    <SectionCard title="Timeline" aside={<ViewField value={view} onChange={setView} />}>
      {error !== null && <Alert severity="error">{sentenceOf(error)}</Alert>}
      {byDay(shown, ({ at }) => dayInWords(at)).map(({ day, items }) => (
        <Fragment key={day}>
          <Typography variant="subtitle2" component="h3" sx={{ mt: 2, mb: 0.5, fontWeight: 600 }}>
            {day}
          </Typography>
          <Stack component="ol" spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {items.map((moment) => (
              <MomentLine key={keyOf(moment)} moment={moment} />
            ))}
          </Stack>
        </Fragment>
      ))}
      {data !== undefined && shown.length === 0 && (
        <Typography color="textSecondary">
          {hasNextPage ? 'Nothing of this kind so far.' : 'Nothing of this kind has happened.'}
        </Typography>
      )}
      {hasNextPage && (
        <Button
          sx={{ mt: 2 }}
          variant="outlined"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          Earlier
        </Button>
      )}
    </SectionCard>
  );
}

function MomentLine({ moment }: { moment: Moment }) {
  const { title, detail, by } = momentInWords(moment);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start' }}>
      <MomentIcon kind={moment.kind} />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {title}
          {by !== undefined && (
            <>
              , by <StaffName id={by} />
            </>
          )}
        </Typography>
        {detail !== undefined && (
          <Typography
            variant="body2"
            color="textSecondary"
            sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            {detail}
          </Typography>
        )}
      </Box>
      <Typography
        variant="body2"
        color="textSecondary"
        component="time"
        dateTime={moment.at}
        sx={{ whiteSpace: 'nowrap' }}
      >
        {timeInWords(moment.at)}
      </Typography>
    </Box>
  );
}

function ViewField({ value, onChange }: { value: string; onChange: (view: string) => void }) {
  return (
    <TextField
      select
      size="small"
      label="Show"
      value={value}
      onChange={({ target }) => onChange(target.value)}
      sx={{ minWidth: 160 }}
    >
      {Object.keys(views).map((each) => (
        <MenuItem key={each} value={each}>
          {each}
        </MenuItem>
      ))}
    </TextField>
  );
}

const keyOf = ({ kind, what, ref, at }: Moment): string => `${kind} ${what} ${ref} ${at}`;
