/** The picture at the head of an article. */
import { Box, Stack } from '@mui/material';
import { TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { FormValues } from '../article-fields.js';

export function HeroFields() {
  const hero = useWatch<FormValues, 'heroImage'>({ name: 'heroImage' });
  const url = hero?.url ?? '';
  return (
    <Stack spacing={2}>
      {/^(https:\/\/|\/)/.test(url) && (
        <Box
          component="img"
          src={url}
          alt={hero?.alt ?? ''}
          sx={{ width: '100%', maxHeight: 180, objectFit: 'cover', borderRadius: 1 }}
        />
      )}
      <TextInput
        source="heroImage.url"
        label="Address of the picture"
        helperText="https://… or a path of this site. Left empty, there is none."
      />
      {url !== '' && (
        <>
          <TextInput
            source="heroImage.alt"
            label="What it shows"
            multiline
            helperText="For those who do not see it; needed before the article appears."
          />
          <TextInput source="heroImage.caption" label="Caption" multiline helperText={false} />
          <TextInput source="heroImage.credit" label="Credit" helperText={false} />
        </>
      )}
    </Stack>
  );
}
