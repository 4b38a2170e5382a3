/** The files that were brought so far, the newest first. */
import { Button, Link, Stack, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link as RouterLink } from 'react-router-dom';
import { api } from '../../api/client.js';
import type { CursorPage } from '../../api/cursors.js';
import { momentInWords } from '../../words/dates.js';
import { count } from '../../words/numbers.js';
import { SectionCard } from '../../parts/section-card.js';
import { StaffName } from '../staff-name.js';
import type { MemberImport } from './member-import.js';

export function FormerImports() {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['member imports'],
    queryFn: ({ pageParam, signal }) =>
      api.get<CursorPage<MemberImport>>(
        '/admin/members/imports',
        { limit: 10, cursor: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const imports = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <SectionCard title="Brought so far">
      {data !== undefined && imports.length === 0 && (
        <Typography color="textSecondary">Nothing was brought yet.</Typography>
      )}
      <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {imports.map((each) => (
          <li key={each.id}>
            <Link component={RouterLink} to={`/member-imports/${each.id}`}>
              {momentInWords(each.createdAt)}
            </Link>
            <Typography variant="body2" color="textSecondary">
              {inWords(each)}, by <StaffName id={each.startedById} />
            </Typography>
          </li>
        ))}
      </Stack>
      {hasNextPage && (
        <Button
          size="small"
          sx={{ mt: 1 }}
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          Earlier
        </Button>
      )}
    </SectionCard>
  );
}

const statuses: Record<MemberImport['status'], string> = {
  waiting: 'waits',
  running: 'runs',
  done: 'done',
  failed: 'was given up',
};

function inWords({ dryRun, status, total, created, changed, refused }: MemberImport): string {
  const what = dryRun ? 'Check' : 'Taken in';
  const numbers = `${count(total)} lines: ${count(created)} new, ${count(changed)} changed, ${count(refused)} refused`;
  return `${what} (${statuses[status]}), ${numbers}`;
}
