/** One part of a page, under its heading. */
import { Box, Card, CardContent, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export interface SectionCardProps {
  title: string;
  /** Stands beside the heading. */
  aside?: ReactNode;
  children: ReactNode;
}

export function SectionCard({ title, aside, children }: SectionCardProps) {
  return (
    <Card component="section" aria-label={title}>
      <CardContent>
        <Stack
          direction="row"
          useFlexGap
          spacing={1}
          sx={{ justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap', mb: 1.5 }}
        >
          <Typography variant="h5" component="h2">
            {title}
          </Typography>
          {aside !== undefined && <Box>{aside}</Box>}
        </Stack>
        {children}
      </CardContent>
    </Card>
  );
}
