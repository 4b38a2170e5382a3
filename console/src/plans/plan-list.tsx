/** The plans, those off sale included, with what each costs. */
import { Button, Chip, Typography } from '@mui/material';
import AddOutlined from '@mui/icons-material/AddOutlined';
import { DataTable, FunctionField, TopToolbar } from 'react-admin';
import { Link } from 'react-router';
import { DeskList, EmptyList } from '../parts/desk-list.js';
import { countOf } from '../words/numbers.js';
import type { Plan } from './plan.js';
import { priceInWords } from './price.js';

const actions = (
  <TopToolbar>
    <Button component={Link} to="/plans/create" startIcon={<AddOutlined />}>
      New plan
    </Button>
  </TopToolbar>
);

const onWiderScreens = { display: { xs: 'none', md: 'table-cell' } };

export default function PlanList() {
  return (
    <DeskList title="Plans" actions={actions}>
      <DataTable
        bulkActionButtons={false}
        rowClick={false}
        empty={<EmptyList>Nothing is on sale yet. Make a plan, and give it a price.</EmptyList>}
      >
        <DataTable.Col source="name" label="Plan" disableSort>
          <FunctionField<Plan>
            render={({ id, name, archivedAt }) => (
              <>
                <Link to={`/plans/${id}`}>{name}</Link>{' '}
                {archivedAt !== null && <Chip size="small" label="not sold" />}
              </>
            )}
          />
        </DataTable.Col>
        <DataTable.Col label="Prices" disableSort>
          <FunctionField<Plan> render={({ prices }) => <Prices prices={prices} />} />
        </DataTable.Col>
        <DataTable.Col label="Trial" disableSort sx={onWiderScreens}>
          <FunctionField<Plan> render={({ trialDays }) => trialInWords(trialDays)} />
        </DataTable.Col>
        <DataTable.Col label="For" disableSort sx={onWiderScreens}>
          <FunctionField<Plan>
            render={({ audience }) => (audience === 'team' ? 'teams' : 'one person')}
          />
        </DataTable.Col>
      </DataTable>
    </DeskList>
  );
}

function Prices({ prices }: Pick<Plan, 'prices'>) {
  if (prices.length === 0) return <Typography variant="body2">none</Typography>;
  return prices.map((price) => (
    <Typography key={price.id} variant="body2">
      {priceInWords(price)}
    </Typography>
  ));
}

const trialInWords = (days: number): string => (days === 0 ? 'none' : countOf(days, 'day'));
