/** What a reconciliation found, customer by customer. */
import {
  Card,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import type { Finding } from './run.js';

export function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Card component="section" aria-labelledby="findings">
      <Typography id="findings" component="h2" variant="h6" sx={{ px: 2, pt: 2 }}>
        What it found
      </Typography>
      <TableContainer>
        <Table size="small" aria-labelledby="findings">
          <TableHead>
            <TableRow>
              <TableCell>Customer</TableCell>
              <TableCell>What differed</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {findings.map(({ customer, differences, error }) => (
              <TableRow key={customer}>
                <TableCell
                  component="th"
                  scope="row"
                  sx={{ verticalAlign: 'top', overflowWrap: 'anywhere' }}
                >
                  {customer}
                </TableCell>
                <TableCell>
                  {differences.map((sentence) => (
                    <Typography key={sentence} variant="body2">
                      {sentence}
                    </Typography>
                  ))}
                  {error !== null && (
                    <Typography variant="body2" color="error">
                      Could not be compared: {error}
                    </Typography>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Card>
  );
}
