/** What a member was billed and has paid, and giving it back. */
import { Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { dayInWords } from '../../words/dates.js';
import { money } from '../../words/numbers.js';
import { DeedOpener } from '../deeds/deed-opener.js';
import { RefundDialog, refundable } from '../deeds/refund-dialog.js';
import type { Invoice, MemberFile } from '../member.js';
import { SectionCard } from '../../parts/section-card.js';

export function PaymentsCard({ member }: { member: MemberFile }) {
  const { invoices } = member;
  const canRefund = refundable(member).length > 0;
  return (
    <SectionCard
      title="Payments"
      aside={
        canRefund && (
          <DeedOpener label="Give money back…">
            {(onClose) => <RefundDialog member={member} onClose={onClose} />}
          </DeedOpener>
        )
      }
    >
      {invoices.length === 0 ? (
        <Typography color="textSecondary">She was never billed.</Typography>
      ) : (
        <Table size="small" aria-label="Invoices, the newest first">
          <TableHead>
            <TableRow>
              <TableCell>Date</TableCell>
              <TableCell>Amount</TableCell>
              <TableCell>Status</TableCell>
              <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>Invoice</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {invoices.map((invoice) => (
              <InvoiceRow key={invoice.id} invoice={invoice} />
            ))}
          </TableBody>
        </Table>
      )}
    </SectionCard>
  );
}

function InvoiceRow({ invoice }: { invoice: Invoice }) {
  const { id, number, status, total, amountRefunded, createdAt, hostedUrl } = invoice;
  const called = number ?? id;
  return (
    <TableRow>
      <TableCell>{dayInWords(createdAt)}</TableCell>
      <TableCell>{money(total)}</TableCell>
      <TableCell>
        {status}
        {amountRefunded.amount > 0 && `, ${money(amountRefunded)} given back`}
      </TableCell>
      <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' }, overflowWrap: 'anywhere' }}>
        {hostedUrl === null ? called : <Link href={hostedUrl}>{called}</Link>}
      </TableCell>
    </TableRow>
  );
}
