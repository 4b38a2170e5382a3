/** How many digits of an amount stand behind the decimal point, as Stripe bills. */

/*
 * Neither ISO 4217 nor Intl will do here: to them a Hungarian forint or an Icelandic króna has no
 * decimals, while Stripe counts hundredths of both. Source: Stripe's "Zero-decimal currencies",
 * "Three-decimal currencies" and "Special cases" (isk and ugx keep two digits, always 00).
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
