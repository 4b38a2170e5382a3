/** Sentences that say what the settings in the form would mean; read out when they change. */
import { Box, Typography } from '@mui/material';

export function WhatIf({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <Box
      role="status"
      sx={{ borderLeft: 3, borderColor: 'primary.main', pl: 2, py: 0.5 }}
      aria-label={title}
    >
      <Typography variant="subtitle2" component="p">
        {title}
      </Typography>
      {sentences.map((sentence) => (
        <Typography key={sentence} variant="body2">
          {sentence}
        </Typography>
      ))}
    </Box>
  );
}
