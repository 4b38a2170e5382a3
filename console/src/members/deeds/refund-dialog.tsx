/** Gives a member money back: of a payment, all that is left or a part of it. */
import { InputAdornment, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { DeedDialog } from '../../parts/deed-dialog.js';
import { dayInWords } from '../../words/dates.js';
import { minorOf, typedOf } from '../../words/minor-units.js';
import { money } from '../../words/numbers.js';
import { calledName, type Invoice, isGiven, isRunning, type MemberFile } from '../member.js';
import { type DeedProps, useDeed } from './deed.js';

/** What can still go back of it, in the currency's smallest unit. */
const leftOf = ({ amountPaid, amountRefunded }: Invoice): number =>
  amountPaid.amount - amountRefunded.amount;

export const refundable = ({ invoices }: Pick<MemberFile, 'invoices'>): Invoice[] =>
  invoices.filter((invoice) => leftOf(invoice) > 0);

export function RefundDialog(props: DeedProps) {
  const choices = refundable(props.member);
  const [first] = choices;
  return first === undefined ? null : <RefundForm {...props} choices={choices} first={first} />;
}

interface RefundFormProps extends DeedProps {
  choices: Invoice[];
  first: Invoice;
}

function RefundForm({ member, onClose, choices, first }: RefundFormProps) {
  const [invoice, setInvoice] = useState(first);
  const { currency } = invoice.amountPaid;
  const left = leftOf(invoice);
  const [typed, setTyped] = useState(() => typedOf(left, currency));
  // One for each intended refund: pressing again after a broken line gives nothing back twice.
  const [key] = useState(() => crypto.getRandomValues(new Uint32Array(4)).join('-'));
  const choose = (id: string) => {
    const next = choices.find((each) => each.id === id) ?? first;
    setInvoice(next);
    setTyped(typedOf(leftOf(next), next.amountPaid.currency));
  };
  const newest = member.invoices.find(({ amountPaid }) => amountPaid.amount > 0);
  const isLatest = invoice.id === newest?.id;
  const deed = useDeed(member);
  const name = calledName(member);
  const amount = minorOf(typed, currency);
  const isTooMuch = amount !== null && amount > left;
  const isReady = amount !== null && amount > 0 && !isTooMuch;
  const sum = isReady ? money({ amount, currency }) : '';
  return (
    <DeedDialog
      open
      onClose={onClose}
      title={`Give ${name} money back?`}
      verb={isReady ? `Refund ${sum} to ${name}` : 'Refund'}
      isDangerous
      disabled={!isReady}
      deed={() =>
        deed(
          'refund',
          { invoiceId: invoice.id, amount },
          { headers: { 'idempotency-key': `${key}-${invoice.id}-${amount ?? 0}` } },
        )
      }
      done={`${sum} is on its way back to ${name}.`}
    >
      <TextField
        select
        label="Payment"
        value={invoice.id}
        onChange={({ target }) => choose(target.value)}
      >
        {choices.map((each) => (
          <MenuItem key={each.id} value={each.id}>
            {paymentInWords(each)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label="Amount"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        autoFocus
        error={!isReady}
        helperText={
          isTooMuch
            ? `No more than ${money({ amount: left, currency })} is left of this payment.`
            : amount === null
              ? 'Write it like 12.50.'
              : `${money({ amount: left, currency })} can go back.`
        }
        slotProps={{
          htmlInput: { inputMode: 'decimal' },
          input: {
            endAdornment: <InputAdornment position="end">{currency.toUpperCase()}</InputAdornment>,
          },
        }}
      />
      {isReady && (
        <>
          <Typography>
            {name} gets {sum} back by the way she paid, and a letter that says so. It cannot be
            taken back.
          </Typography>
          <Typography>{consequence(member, amount === left, isLatest)}</Typography>
        </>
      )}
    </DeedDialog>
  );
}

function paymentInWords({ amountPaid, amountRefunded, paidAt, createdAt, number }: Invoice) {
  const back =
    amountRefunded.amount === 0 ? '' : `, of which ${money(amountRefunded)} went back already`;
  const which = number === null ? '' : ` (${number})`;
  return `${money(amountPaid)} of ${dayInWords(paidAt ?? createdAt)}${which}${back}`;
}

function consequence(member: MemberFile, isAll: boolean, isLatest: boolean): string {
  if (!isAll) return 'The rest stays paid, and what she holds goes on.';
  const holds = isRunning(member.membership.state) && !isGiven(member);
  if (!holds) return 'She holds no membership that would end by it.';
  return isLatest
    ? 'All that she paid last goes back: her membership ends at once, and she is not billed again.'
    : 'It is an older payment. What it paid for is over; what she holds now goes on.';
}
