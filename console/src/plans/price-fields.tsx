/** An amount, its currency and how often it is paid, as people type them. */
import { MenuItem, Stack, TextField } from '@mui/material';
import { minorOf } from '../words/minor-units.js';
import type { Interval, Price } from './price.js';

/** What stands in the fields. */
export interface TypedPrice {
  amount: string;
  currency: string;
  interval: Interval;
}

/** @returns null while it is no price */
export function priceOf({ amount, currency, interval }: TypedPrice): Omit<Price, 'id'> | null {
  if (!/^[a-z]{3}$/i.test(currency)) return null;
  const minor = minorOf(amount, currency);
  return minor === null ? null : { amount: minor, currency: currency.toLowerCase(), interval };
}

export interface PriceFieldsProps {
  value: TypedPrice;
  onChange: (price: TypedPrice) => void;
  /** A price takes the place of one of the same currency and interval; then only its amount is asked for. */
  isPlaceFixed: boolean;
  isOptional?: boolean;
}

export function PriceFields(props: PriceFieldsProps) {
  const { value, onChange, isPlaceFixed, isOptional = false } = props;
  const isWrong = value.amount !== '' && priceOf(value) === null;
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ pt: 1 }}>
      <TextField
        label="Amount"
        size="small"
        required={!isOptional}
        value={value.amount}
        onChange={({ target }) => onChange({ ...value, amount: target.value })}
        error={isWrong}
        helperText={isWrong ? 'Write it like 300.00.' : ' '}
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      />
      <TextField
        label="Currency"
        size="small"
        required
        disabled={isPlaceFixed}
        value={value.currency.toUpperCase()}
        onChange={({ target }) => onChange({ ...value, currency: target.value.toLowerCase() })}
        slotProps={{ htmlInput: { maxLength: 3 } }}
      />
      <TextField
        select
        label="Paid"
        size="small"
        disabled={isPlaceFixed}
        value={value.interval}
        onChange={({ target }) => onChange({ ...value, interval: target.value as Interval })}
      >
        <MenuItem value="month">every month</MenuItem>
        <MenuItem value="year">every year</MenuItem>
      </TextField>
    </Stack>
  );
}
