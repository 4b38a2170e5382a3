/** The articles on a narrow screen: one below the other, each with its state, to open or to choose. */
import {
  Box,
  Button,
  Checkbox,
  List,
  ListItem,
  ListItemText,
  Paper,
  Stack,
  Typography,
} from '@mui/material';
import { useListContext } from 'react-admin';
import { Link } from 'react-router';
import { EmptyList } from '../../parts/desk-list.js';
import { serif } from '../../layout/theme.js';
import type { ArticleCard } from '../article.js';
import { countOf } from '../../words/numbers.js';
import { gateNames, statusInWords } from '../article-words.js';
import { BulkDeeds } from './bulk-deeds.js';

export function ArticleCards() {
  const { data, isPending, selectedIds, onToggleItem, onUnselectItems } =
    useListContext<ArticleCard>();
  if (isPending) return null;
  if (!data || data.length === 0) return <EmptyList>There is no article yet.</EmptyList>;
  return (
    <Box>
      {selectedIds.length > 0 && (
        <Paper
          component="section"
          aria-label="What is chosen"
          sx={{ p: 1, bgcolor: 'action.selected' }}
        >
          <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between' }}>
            <Typography variant="body2">{countOf(selectedIds.length, 'article')} chosen</Typography>
            <Button size="small" onClick={() => onUnselectItems()}>
              Choose none
            </Button>
          </Stack>
          <BulkDeeds />
        </Paper>
      )}
      <List>
        {data.map((article) => (
          <ListItem key={article.id} divider disableGutters>
            <Checkbox
              checked={selectedIds.includes(article.id)}
              onChange={() => onToggleItem(article.id)}
              slotProps={{ input: { 'aria-label': `Choose ${article.title}` } }}
            />
            <ListItemText
              primary={
                <Box
                  component={Link}
                  to={`/articles/${article.id}`}
                  sx={{
                    fontFamily: serif,
                    fontSize: '1.1rem',
                    color: 'text.primary',
                    textDecoration: 'none',
                  }}
                >
                  {article.title}
                </Box>
              }
              secondary={
                <Stack component="span">
                  <span>{statusInWords(article)}</span>
                  <span>
                    {gateNames[article.gate]}
                    {article.section && `, ${article.section.name}`}
                  </span>
                </Stack>
              }
            />
          </ListItem>
        ))}
      </List>
    </Box>
  );
}
