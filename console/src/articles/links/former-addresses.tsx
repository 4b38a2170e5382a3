/** The addresses that an article has left, which lead to it until they are given up. */
import { List, ListItem, ListItemText, Typography } from '@mui/material';
import { DeedButton } from '../../parts/deed-dialog.js';
import { useMay } from '../../auth/staff.js';
import type { Article } from '../article.js';
import { giveUpSlug, readArticle } from '../article-calls.js';
import { useTaken } from '../use-taken.js';

export function FormerAddresses({ article }: { article: Article }) {
  const isEditor = useMay('articles.publish');
  const take = useTaken();
  const { id, slug, formerSlugs } = article;
  if (formerSlugs.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        It has had no address but /articles/{slug}. Where a published article gets another one, the
        old one leads on to it.
      </Typography>
    );
  }
  return (
    <List dense>
      {formerSlugs.map((former) => (
        <ListItem
          key={former}
          disableGutters
          divider
          secondaryAction={
            isEditor && (
              <DeedButton
                label="Give up…"
                button={{ size: 'small', color: 'error', 'aria-label': `Give up ${former}` }}
                title="Give up this address?"
                verb="Give up 1 address"
                done="The address is free."
                isDangerous
                deed={async () => {
                  await giveUpSlug(id, former);
                  take(await readArticle(id));
                }}
              >
                <Typography>
                  Links to /articles/{former} lead nowhere from now on, and another article may take
                  the address.
                </Typography>
              </DeedButton>
            )
          }
        >
          <ListItemText
            primary={`/articles/${former}`}
            secondary={`leads to /articles/${slug}`}
            slotProps={{ primary: { sx: { overflowWrap: 'anywhere', pr: 8 } } }}
          />
        </ListItem>
      ))}
    </List>
  );
}
