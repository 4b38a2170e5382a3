/** All fields of an article: its words in the middle, what surrounds them beside. */
import { Box, Card, CardContent, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { TextInput } from 'react-admin';
import { serif } from '../../layout/theme.js';
import type { AutomaticCut } from '../editor/cut-in-words.js';
import { TextEditor } from '../editor/text-editor.js';
import { GateFields } from './gate-fields.js';
import { HeroFields } from './hero-fields.js';
import { PlaceFields } from './place-fields.js';

interface ArticleFieldsProps {
  isNew?: boolean;
  isReadOnly?: boolean;
  cut: AutomaticCut;
  /** What stands above the fields beside the text. */
  children?: ReactNode;
}

export function ArticleFields(props: ArticleFieldsProps) {
  const { isNew = false, isReadOnly = false, cut, children } = props;
  return (
    <Box
      component="fieldset"
      disabled={isReadOnly}
      sx={{
        border: 0,
        p: 0,
        m: 0,
        minWidth: 0,
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 320px' },
      }}
    >
      <Stack spacing={2}>
        <TextInput
          source="title"
          label="Headline"
          multiline
          isRequired
          helperText={false}
          slotProps={{ input: { sx: { fontFamily: serif, fontSize: '1.6rem', fontWeight: 600 } } }}
        />
        <TextInput
          source="standfirst"
          label="Standfirst"
          multiline
          helperText={false}
          slotProps={{ input: { sx: { fontFamily: serif, fontSize: '1.1rem' } } }}
        />
        <TextEditor cut={cut} isReadOnly={isReadOnly} />
      </Stack>
      <Stack spacing={2}>
        {children}
        <Part title="Who reads it">
          <GateFields isNew={isNew} />
        </Part>
        <Part title="Where it stands">
          <PlaceFields isNew={isNew} />
        </Part>
        <Part title="Picture">
          <HeroFields />
        </Part>
      </Stack>
    </Box>
  );
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card component="section">
      <CardContent>
        <Typography component="h2" variant="h6" sx={{ mb: 2 }}>
          {title}
        </Typography>
        {children}
      </CardContent>
    </Card>
  );
}
