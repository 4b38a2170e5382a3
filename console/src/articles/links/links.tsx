/** Who is shown an article by a link before it appears, and the addresses that it has left. */
import {
  Alert,
  Button,
  List,
  ListItem,
  ListItemText,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { api } from '../../api/client.js';
import type { CursorPage } from '../../api/cursors.js';
import { sentenceOf } from '../../api/refusal.js';
import { DeedButton } from '../../parts/deed-dialog.js';
import { momentInWords } from '../../words/dates.js';
import type { Article } from '../article.js';
import { Part } from '../page/article-fields.js';
import { FormerAddresses } from './former-addresses.js';

interface Preview {
  id: string;
  url: string;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
}

const spans = [
  { hours: 24, words: 'for a day' },
  { hours: 72, words: 'for three days' },
  { hours: 168, words: 'for a week' },
  { hours: 336, words: 'for two weeks' },
];

export function Links({ article }: { article: Article }) {
  return (
    <Stack spacing={2}>
      <Part title="Links that show it to anybody">
        <Previews article={article} />
      </Part>
      <Part title="Former addresses">
        <FormerAddresses article={article} />
      </Part>
    </Stack>
  );
}

function Previews({ article }: { article: Article }) {
  const path = `/admin/articles/${article.id}/previews`;
  const queryKey = ['of article', article.id, 'previews'];
  const { data, error } = useQuery({
    queryKey,
    queryFn: () => api.get<CursorPage<Preview>>(path, { limit: 50 }),
  });
  const queries = useQueryClient();
  const notify = useNotify();
  const [hours, setHours] = useState(72);
  const renew = () => queries.invalidateQueries({ queryKey });
  const make = async () => {
    try {
      const { url } = await api.post<Preview>(path, { hours });
      await renew();
      await copy(url);
    } catch (failure) {
      notify(sentenceOf(failure), { type: 'error' });
    }
  };
  const copy = async (url: string) => {
    try {
      await navigator.clipboard.writeText(url);
      notify('The link is copied.', { type: 'success' });
    } catch {
      // A browser may refuse it; the link stands there to be copied by hand.
      notify('The link is made. Copy it from the list.', { type: 'info' });
    }
  };
  return (
    <Stack spacing={1}>
      <Typography variant="body2">
        Whoever has such a link reads the whole article, whatever its state and its gate.
      </Typography>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <TextField
          select
          fullWidth={false}
          size="small"
          label="It opens"
          value={hours}
          onChange={({ target }) => setHours(Number(target.value))}
        >
          {spans.map(({ hours: each, words }) => (
            <MenuItem key={each} value={each}>
              {words}
            </MenuItem>
          ))}
        </TextField>
        <Button variant="contained" onClick={() => void make()}>
          Make and copy a link
        </Button>
      </Stack>
      {error !== null && <Alert severity="error">{sentenceOf(error)}</Alert>}
      {data?.items.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          There is no link so far.
        </Typography>
      )}
      {data !== undefined && data.items.length > 0 && (
        <List dense>
          {data.items.map(({ id, url, createdAt, expiresAt, revokedAt }) => (
            <ListItem key={id} disableGutters divider sx={{ flexWrap: 'wrap', gap: 1 }}>
              <ListItemText
                primary={
                  revokedAt === null
                    ? `Opens it until ${momentInWords(expiresAt)}`
                    : `Withdrawn ${momentInWords(revokedAt)}`
                }
                secondary={revokedAt === null ? url : `Made ${momentInWords(createdAt)}`}
                slotProps={{ secondary: { sx: { overflowWrap: 'anywhere' } } }}
              />
              {revokedAt === null && (
                <>
                  <Button size="small" onClick={() => void copy(url)}>
                    Copy
                  </Button>
                  <DeedButton
                    label="Withdraw…"
                    button={{ size: 'small', color: 'error' }}
                    title="Withdraw this link?"
                    verb="Withdraw 1 link"
                    done="The link opens nothing any more."
                    isDangerous
                    deed={async () => {
                      await api.delete(`${path}/${id}`);
                      await renew();
                    }}
                  >
                    <Typography>Whoever has it reads the article with it no longer.</Typography>
                  </DeedButton>
                </>
              )}
            </ListItem>
          ))}
        </List>
      )}
    </Stack>
  );
}
