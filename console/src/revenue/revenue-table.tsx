/** The revenue of one currency: a line a month, and the sums. */
import {
  Card,
  CardContent,
  CardHeader,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableFooter,
  TableHead,
  TableRow,
} from '@mui/material';
import { money } from '../words/numbers.js';
import type { CurrencyRevenue, Takings } from './revenue.js';

const monthInWords = new Intl.DateTimeFormat('en-US', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export function RevenueTable({ revenue }: { revenue: CurrencyRevenue }) {
  const { currency, months, total, mrr } = revenue;
  const inWords = (amount: number) => money({ amount, currency });
  return (
    <Card>
      <CardHeader
        title={`${inWords(mrr)} a month`}
        subheader={`Monthly recurring revenue in ${currency.toUpperCase()}: each running payment's share of a month`}
        slotProps={{ title: { component: 'h2', variant: 'h5' } }}
      />
      <CardContent sx={{ pt: 0 }}>
        <TableContainer tabIndex={0} role="region" aria-label={`By month, in ${currency}`}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>Month</TableCell>
                {['Payments', 'Refunds', 'Disputes', 'Net'].map((title) => (
                  <TableCell key={title} align="right">
                    {title}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {months.toReversed().map((each) => (
                <TableRow key={each.month}>
                  <TableCell component="th" scope="row">
                    {monthInWords.format(new Date(`${each.month}-01T00:00:00Z`))}
                  </TableCell>
                  <Sums takings={each} inWords={inWords} />
                </TableRow>
              ))}
            </TableBody>
            <TableFooter>
              <TableRow>
                <TableCell component="th" scope="row">
                  Together
                </TableCell>
                <Sums takings={total} inWords={inWords} />
              </TableRow>
            </TableFooter>
          </Table>
        </TableContainer>
      </CardContent>
    </Card>
  );
}

function Sums({ takings, inWords }: { takings: Takings; inWords: (amount: number) => string }) {
  const { payments, refunds, disputes, net } = takings;
  return [
    ['payments', payments],
    ['refunds', refunds],
    ['disputes', disputes],
    ['net', net],
  ].map(([name, amount]) => (
    <TableCell key={name} align="right">
      {inWords(Number(amount))}
    </TableCell>
  ));
}
