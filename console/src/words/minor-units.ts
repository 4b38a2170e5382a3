/** Money between people and the API: people type 300.00, the API counts the smallest unit as Stripe does. */

/*
 * The same table as the server's: Intl and ISO 4217 count some currencies otherwise than Stripe, who bills
 * hundredths of a forint or a króna.
 */
const zeroDecimal = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
const threeDecimal = new Set('bhd jod kwd omr tnd'.split(' '));

/** @param currency ISO 4217, in either case */
export function minorUnitDigits(currency: string): 0 | 2 | 3 {
  const code = currency.toLowerCase();
  if (zeroDecimal.has(code)) return 0;
  return threeDecimal.has(code) ? 3 : 2;
}

/** @returns `30000` for `300`, `300.0` or `300.00` dollars; null for what is no amount of this currency */
export function minorOf(typed: string, currency: string): number | null {
  const digits = minorUnitDigits(currency);
  const [, whole, fraction = ''] = /^\s*(\d{1,12})(?:\.(\d*))?\s*$/.exec(typed) ?? [];
  if (whole === undefined || fraction.length > digits) return null;
  return Number(`${whole}${fraction.padEnd(digits, '0')}`);
}

/** @returns `300.00` for 30000 cents */
export function typedOf(amount: number, currency: string): string {
  const digits = minorUnitDigits(currency);
  if (digits === 0) return String(amount);
  const padded = String(amount).padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
