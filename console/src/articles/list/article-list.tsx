/** The articles in every status, as they are looked for at a desk. */
import { Button, Link as Anchor, useMediaQuery, type Theme } from '@mui/material';
import { CreateButton, DataTable, FilterButton, FunctionField, TopToolbar } from 'react-admin';
import { Link } from 'react-router';
import { DeskList, EmptyList } from '../../parts/desk-list.js';
import { serif } from '../../layout/theme.js';
import type { ArticleCard } from '../article.js';
import { gateNames, kindNames, statusInWords } from '../article-words.js';
import { ArticleCards } from './article-cards.js';
import { useArticleFilters } from './article-filters.js';
import { BulkDeeds } from './bulk-deeds.js';

export default function ArticleList() {
  const isNarrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const filters = useArticleFilters();
  return (
    <DeskList
      title="Articles"
      filters={filters}
      actions={
        <TopToolbar>
          <FilterButton />
          <CreateButton label="New article" />
        </TopToolbar>
      }
    >
      {isNarrow ? <ArticleCards /> : <ArticleTable />}
    </DeskList>
  );
}

const empty = (
  <EmptyList
    action={
      <Button component={Link} to="/articles/create" variant="contained" sx={{ mt: 2 }}>
        Write the first one
      </Button>
    }
  >
    There is no article yet.
  </EmptyList>
);

function ArticleTable() {
  return (
    <DataTable rowClick="edit" bulkActionButtons={<BulkDeeds />} empty={empty}>
      <DataTable.Col label="Headline" disableSort>
        <FunctionField<ArticleCard>
          render={({ id, title }) => (
            <Anchor
              component={Link}
              to={`/articles/${id}`}
              onClick={(event) => event.stopPropagation()}
              color="textPrimary"
              underline="hover"
              sx={{ fontFamily: serif, fontSize: '1.05rem' }}
            >
              {title}
            </Anchor>
          )}
        />
      </DataTable.Col>
      <DataTable.Col label="State" disableSort>
        <FunctionField<ArticleCard> render={statusInWords} />
      </DataTable.Col>
      <DataTable.Col label="Gate" disableSort>
        <FunctionField<ArticleCard> render={({ gate }) => gateNames[gate]} />
      </DataTable.Col>
      <DataTable.Col label="Section" disableSort>
        <FunctionField<ArticleCard> render={({ section }) => section?.name ?? '–'} />
      </DataTable.Col>
      <DataTable.Col label="Authors" disableSort>
        <FunctionField<ArticleCard>
          render={({ authors }) => authors.map(({ name }) => name).join(', ') || '–'}
        />
      </DataTable.Col>
      <DataTable.Col label="Kind" disableSort>
        <FunctionField<ArticleCard> render={({ kind }) => kindNames[kind]} />
      </DataTable.Col>
    </DataTable>
  );
}
