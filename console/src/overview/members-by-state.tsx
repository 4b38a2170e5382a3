/** How many people stand where with their membership. */
import { Box, Card, CardContent, Typography } from '@mui/material';
import { stateNames } from '../members/standing.js';
import { count, countOf } from '../words/numbers.js';
import { memberStates, type OverviewFigures } from './overview.js';

export function MembersByState({ members }: Pick<OverviewFigures, 'members'>) {
  const most = Math.max(1, ...memberStates.map((state) => members[state]));
  return (
    <Card component="section" aria-labelledby="members-by-state">
      <CardContent>
        <Typography id="members-by-state" component="h2" variant="h6" gutterBottom>
          Members by state
        </Typography>
        <Box
          component="dl"
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(9rem, max-content) 1fr',
            columnGap: 2,
            rowGap: 0.75,
            m: 0,
          }}
        >
          {memberStates.map((state) => (
            <Bar key={state} label={stateNames[state]} value={members[state]} most={most} />
          ))}
        </Box>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
          {countOf(members.complimentary, 'of those who read was', 'of those who read were')} given
          their membership.
        </Typography>
      </CardContent>
    </Card>
  );
}

function Bar({ label, value, most }: { label: string; value: number; most: number }) {
  return (
    <>
      <Typography component="dt" variant="body2">
        {label}
      </Typography>
      <Box component="dd" sx={{ m: 0, display: 'flex', alignItems: 'center', gap: 1 }}>
        <Box
          sx={{ height: 10, bgcolor: 'primary.main', borderRadius: 0.5, minWidth: '2px' }}
          style={{ width: `${(value / most) * 75}%` }}
        />
        <Typography component="span" variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {count(value)}
        </Typography>
      </Box>
    </>
  );
}
