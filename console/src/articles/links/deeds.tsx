/** What has been done to an article, by whom. */
import { Alert, List, ListItem, ListItemText } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../../api/refusal.js';
import { momentInWords } from '../../words/dates.js';
import { type ArticleDeed, readDeeds } from '../article-calls.js';
import { fieldsInWords } from '../article-words.js';
import { Part } from '../page/article-fields.js';

export function Deeds({ articleId }: { articleId: string }) {
  const { data, error } = useQuery({
    queryKey: ['of article', articleId, 'deeds'],
    queryFn: () => readDeeds(articleId),
  });
  return (
    <Part title="What has happened to it">
      {error !== null && <Alert severity="error">{sentenceOf(error)}</Alert>}
      <List dense disablePadding>
        {data?.items.map((entry) => (
          <ListItem key={entry.id} disableGutters divider>
            <ListItemText primary={deedInWords(entry)} secondary={momentInWords(entry.at)} />
          </ListItem>
        ))}
      </List>
    </Part>
  );
}

const deeds: Readonly<Record<string, string>> = {
  'article.created': 'began it',
  'article.edited': 'changed it',
  'article.published': 'published it',
  'article.unpublished': 'took it back',
  'article.scheduled': 'scheduled it',
  'article.unscheduled': 'took it off the schedule',
  'article.restored': 'went back to a version',
  'article.slug-given-up': 'gave up an address',
  'preview.made': 'made a link that shows it',
  'preview.revoked': 'withdrew a link',
};

function deedInWords({ by, deed, fields }: ArticleDeed): string {
  const what = deeds[deed] ?? deed;
  const details = deed === 'article.edited' ? `: ${fieldsInWords(fields) || 'its words'}` : '';
  return `${by ?? 'Broadsheet'} ${what}${details}`;
}
