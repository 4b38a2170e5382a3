/** Where a member stands, as a mark of one to four words. */
import { Box, Chip } from '@mui/material';
import type { MembershipState } from './member.js';
import { stateNames, stateTones } from './standing.js';

export function StateChip({ state }: { state: MembershipState }) {
  const color = stateTones[state];
  // The words keep the ink of the page, which everybody can read; the colour is only beside them.
  const dot = (
    <Box
      component="span"
      sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: color, ml: '8px !important' }}
    />
  );
  return <Chip size="small" variant="outlined" icon={dot} label={stateNames[state]} />;
}
