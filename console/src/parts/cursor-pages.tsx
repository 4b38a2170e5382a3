/** The way through a list whose length nobody counts: on, and back. */
import { Button, Stack, Typography } from '@mui/material';
import { useListContext } from 'react-admin';
import { count } from '../words/numbers.js';

export function CursorPages() {
  const { page, setPage, hasNextPage, isPending } = useListContext();
  if (isPending || (page === 1 && hasNextPage !== true)) return null;
  return (
    <Stack
      component="nav"
      aria-label="Pages of this list"
      direction="row"
      spacing={2}
      sx={{ alignItems: 'center', justifyContent: 'flex-end', py: 1 }}
    >
      <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
        Previous page
      </Button>
      <Typography variant="body2">Page {count(page)}</Typography>
      <Button disabled={hasNextPage !== true} onClick={() => setPage(page + 1)}>
        Next page
      </Button>
    </Stack>
  );
}
