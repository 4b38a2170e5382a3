/** Tax by the customer's country, added to the price, at the rates the account's settings name. Pure. */
import type { Address, Invoice } from '../stripe-objects.js';
import type { Settings } from '../world/settings.js';
import type { Deduction } from './deduction-rules.js';

type Taxes = NonNullable<Invoice['total_taxes']>;

export function taxBasisPoints(
  settings: Settings,
  address: Pick<Address, 'country'> | null | undefined,
  exempt: string | null | undefined,
): number {
  if (exempt === 'exempt' || exempt === 'reverse') return 0;
  return settings.taxBasisPoints[address?.country ?? ''] ?? 0;
}

/** As an invoice and its lines show it; no entry where no tax is collected. */
export function taxesOf(
  { taxable, tax }: Pick<Deduction, 'taxable' | 'tax'>,
  basisPoints: number,
  country: string | null,
): Taxes {
  if (basisPoints === 0) return [];
  return [
    {
      amount: tax,
      tax_behavior: 'exclusive',
      tax_rate_details: { tax_rate: `txr_${country ?? 'none'}_${basisPoints}` },
      taxability_reason: 'standard_rated',
      taxable_amount: taxable,
      type: 'tax_rate_details',
    },
  ];
}
