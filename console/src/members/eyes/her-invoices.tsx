/** The invoices that a member finds on her account page. */
import { Stack, Typography } from '@mui/material';
import type { CursorPage } from '../../api/cursors.js';
import { dayInWords } from '../../words/dates.js';
import { money } from '../../words/numbers.js';
import type { Invoice } from '../member.js';
import { AsHer } from './look.js';

export function HerInvoices() {
  return (
    <AsHer<CursorPage<Invoice>> path="/me/invoices">
      {({ items }) =>
        items.length === 0 ? (
          <Typography>She has no invoice yet.</Typography>
        ) : (
          <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {items.map(({ id, number, total, status, createdAt }) => (
              <Typography component="li" key={id}>
                {dayInWords(createdAt)}: {money(total)}, {status}
                {number !== null && ` (${number})`}
              </Typography>
            ))}
          </Stack>
        )
      }
    </AsHer>
  );
}
