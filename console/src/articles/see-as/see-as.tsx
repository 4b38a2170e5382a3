/** Shows an article as a stranger, a registered reader or a member meets it, and says why. */
import { Alert, Box, Paper, Stack, TextField, ToggleButton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../../api/refusal.js';
import { serif } from '../../layout/theme.js';
import { publication } from '../../publication.js';
import { countOf } from '../../words/numbers.js';
import { instantOf } from '../../words/zoned-time.js';
import type { Article } from '../article.js';
import { type SeenAs, readAs, readers, wallWords } from './access-preview.js';
import { ArticleText } from './article-text.js';

export function SeeAs({ article }: { article: Article }) {
  const [as, setAs] = useState<string>('stranger');
  const [local, setLocal] = useState('');
  const at = instantOf(local, publication.timeZone);
  const { data, error } = useQuery({
    queryKey: ['of article', article.id, 'seen as', as, at?.toISOString(), article.version],
    queryFn: () => readAs(article.id, as, at),
    retry: false,
  });
  return (
    <Stack spacing={2} sx={{ maxWidth: '46rem' }}>
      <Stack
        role="group"
        aria-label="See it as"
        direction="row"
        sx={{ flexWrap: 'wrap', gap: 0.75 }}
      >
        {readers.map(({ kind, name }) => (
          <ToggleButton
            key={kind}
            value={kind}
            size="small"
            color="primary"
            selected={kind === as}
            onChange={() => setAs(kind)}
          >
            {name}
          </ToggleButton>
        ))}
      </Stack>
      <TextField
        type="datetime-local"
        size="small"
        label={`When she reads it (${publication.timeZone})`}
        value={local}
        onChange={({ target }) => setLocal(target.value)}
        helperText="Now, where nothing is said."
        slotProps={{ inputLabel: { shrink: true } }}
        sx={{ maxWidth: 320 }}
      />
      {error !== null && <Alert severity="error">{sentenceOf(error)}</Alert>}
      {data !== undefined && <Seen seen={data} article={article} />}
    </Stack>
  );
}

function Seen({ seen, article }: { seen: SeenAs; article: Article }) {
  const { granted, explanation, meter, denial } = seen;
  return (
    <>
      <Alert severity={granted ? 'success' : 'warning'} role="status">
        {explanation}
        {meter !== null &&
          ` Her allowance: ${countOf(meter.limit, 'article')}, of which ${meter.remaining} ${meter.remaining === 1 ? 'is' : 'are'} left as she comes.`}
      </Alert>
      <Paper
        component="article"
        variant="outlined"
        aria-label="As she sees it"
        sx={{ p: { xs: 2, sm: 4 } }}
      >
        <Typography component="h2" sx={{ fontFamily: serif, fontSize: '1.8rem', fontWeight: 600 }}>
          {article.title}
        </Typography>
        <Typography sx={{ fontFamily: serif, fontSize: '1.15rem', color: 'text.secondary', my: 1 }}>
          {article.standfirst}
        </Typography>
        <ArticleText html={granted ? article.bodyHtml : article.previewHtml} />
        {denial !== null && (
          <Box sx={{ mt: 2, p: 2, border: 1, borderColor: 'primary.main', borderRadius: 1 }}>
            <Typography sx={{ fontWeight: 600 }}>Here stands the wall</Typography>
            <Typography variant="body2">{wallWords[denial]}</Typography>
          </Box>
        )}
      </Paper>
      <Typography variant="body2" color="textSecondary">
        As it was saved last. Nothing was opened for it, and nobody’s allowance was spent.
      </Typography>
    </>
  );
}
