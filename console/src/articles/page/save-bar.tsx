/** Says whether there is something to save, and saves it; always in sight. */
import { Button, Paper, Stack, Typography } from '@mui/material';
import { useFormState } from 'react-hook-form';

export function SaveBar({ verb, words }: { verb: string; words: string }) {
  const { dirtyFields, isSubmitting } = useFormState();
  const isDirty = Object.keys(dirtyFields).length > 0;
  return (
    <Paper
      square
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 3,
        mt: 2,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.default',
      }}
    >
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center', justifyContent: 'flex-end' }}>
        <Typography variant="body2" color="textSecondary" role="status" sx={{ flex: 1 }}>
          {isDirty ? 'There are changes that are not saved yet.' : words}
        </Typography>
        <Button type="submit" variant="contained" disabled={!isDirty} loading={isSubmitting}>
          {verb}
        </Button>
      </Stack>
    </Paper>
  );
}
