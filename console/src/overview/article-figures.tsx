/** The articles that are read most, and those whose walls lead to memberships. */
import {
  Card,
  CardContent,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { Link as RouterLink } from 'react-router';
import { serif } from '../layout/theme.js';
import { count, percent } from '../words/numbers.js';
import type { ArticleFigures } from './overview.js';

export interface ArticleTableProps {
  title: string;
  /** Where there is nothing. */
  empty: string;
  articles: readonly ArticleFigures[];
}

const number = { textAlign: 'right', fontVariantNumeric: 'tabular-nums', px: 1 } as const;
/** What a phone has no room for. */
const aside = { ...number, display: { xs: 'none', sm: 'table-cell' } } as const;

export function ArticleTable({ title, empty, articles }: ArticleTableProps) {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} sx={{ height: '100%' }}>
      <CardContent>
        <Typography id={id} component="h2" variant="h6" gutterBottom>
          {title}
        </Typography>
        {articles.length === 0 ? (
          <Typography variant="body2" color="textSecondary">
            {empty}
          </Typography>
        ) : (
          <Table size="small" aria-labelledby={id}>
            <TableHead>
              <TableRow>
                <TableCell sx={{ pl: 0 }}>Article</TableCell>
                <TableCell sx={number}>Reads</TableCell>
                <TableCell sx={aside}>Walls</TableCell>
                <TableCell sx={number}>Joins</TableCell>
                <TableCell sx={aside}>Rate</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {articles.map((article) => (
                <ArticleRow key={article.id} article={article} />
              ))}
            </TableBody>
          </Table>
        )}
      </CardContent>
    </Card>
  );
}

function ArticleRow({ article }: { article: ArticleFigures }) {
  const { id, title, fullReads, teasers, joins, conversion } = article;
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ pl: 0, fontFamily: serif }}>
        <Link component={RouterLink} to={`/articles/${id}`} color="inherit">
          {title}
        </Link>
      </TableCell>
      <TableCell sx={number}>{count(fullReads)}</TableCell>
      <TableCell sx={aside}>{count(teasers)}</TableCell>
      <TableCell sx={number}>{count(joins)}</TableCell>
      <TableCell sx={aside}>{conversion === null ? '–' : percent(conversion)}</TableCell>
    </TableRow>
  );
}
