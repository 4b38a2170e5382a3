/** Sentences that say what a change will do, in a dialog before it is done. */
import { List, ListItem, Typography } from '@mui/material';

export function EffectsList({ effects }: { effects: readonly string[] }) {
  if (effects.length === 0) {
    return <Typography>Members notice nothing of this change.</Typography>;
  }
  return (
    <div>
      <Typography variant="subtitle2" component="p">
        What will happen
      </Typography>
      <List dense disablePadding aria-label="What will happen" sx={{ listStyle: 'disc', pl: 3 }}>
        {effects.map((effect) => (
          <ListItem key={effect} disablePadding sx={{ display: 'list-item', py: 0.25 }}>
            {effect}
          </ListItem>
        ))}
      </List>
    </div>
  );
}
