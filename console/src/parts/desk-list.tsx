/** A list as all desks have it: pages by cursor, no count, and a sentence where there is nothing. */
import { Box, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { List, type ListProps, useListContext } from 'react-admin';
import { CheckboxNames } from './checkbox-names.js';
import { CursorPages } from './cursor-pages.js';

export function DeskList({ children, ...props }: ListProps & { title: string }) {
  return (
    <List
      exporter={false}
      perPage={25}
      pagination={<CursorPages />}
      // A list that is empty only for its filters must keep them: `EmptyList` speaks for both.
      empty={false}
      {...props}
    >
      <CheckboxNames>{children}</CheckboxNames>
    </List>
  );
}

/** For `<DataTable empty={…}>`: says why there is nothing, and what to do. */
export function EmptyList({ children, action }: { children: string; action?: ReactElement }) {
  const isNarrowed = Object.keys((useListContext().filterValues ?? {}) as object).length > 0;
  return (
    <Box sx={{ p: 3, textAlign: 'center' }}>
      <Typography color="textSecondary">
        {isNarrowed ? 'Nothing here fits these filters.' : children}
      </Typography>
      {!isNarrowed && action}
    </Box>
  );
}
