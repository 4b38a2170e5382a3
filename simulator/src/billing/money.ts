/** Currencies: their decimals, what may be charged in them, shares of an amount, and how one is written for people. */

/** Currencies whose smallest unit is the unit itself. */
const ZERO_DECIMAL = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);

/** Currencies counted in thousandths; the card networks take hundredths, so the last digit must be 0. */
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '));

/**
 * Currencies that have lost their decimals but are still sent with two, which must be 00. (Forint and Taiwan dollars
 * are whole only in payouts; a charge may have their two decimals.)
 */
const WHOLE_IN_HUNDREDTHS = new Set(['isk', 'ugx']);

const CURRENCIES = new Set(
  (
    'usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf chf ' +
    'clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg huf idr ils ' +
    'inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop mur mvr mwk ' +
    'mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp ' +
    'sle sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf xcd xof xpf yer zar zmw'
  ).split(' '),
);

export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

export const currencyNames = (): string => [...CURRENCIES].join(', ');

/** How many of the last digits of an amount come after the decimal point. */
function decimals(currency: string): number {
  if (ZERO_DECIMAL.has(currency)) return 0;
  return THREE_DECIMAL.has(currency) ? 3 : 2;
}

/** Every amount that is charged is a multiple of this many smallest units. */
function step(currency: string): bigint {
  if (THREE_DECIMAL.has(currency)) return 10n;
  return WHOLE_IN_HUNDREDTHS.has(currency) ? 100n : 1n;
}

/** Null, or what is wrong with charging this amount. */
export function amountProblem(amount: number, currency: string): string | null {
  const multiple = step(currency);
  if (BigInt(amount) % multiple === 0n) return null;
  return `Invalid amount: amounts in ${currency} must be a multiple of ${multiple}.`;
}

/**
 * The share `part / whole` of an amount, exact to the last digit that can be charged in the currency; half of such a
 * digit is rounded away from zero.
 */
export function share(amount: number, part: number, whole: number, currency: string): number {
  const unit = step(currency);
  const divisor = BigInt(whole) * unit;
  const product = BigInt(amount) * BigInt(part);
  const magnitude = product < 0n ? -product : product;
  const rounded = ((2n * magnitude + divisor) / (2n * divisor)) * unit;
  return Number(product < 0n ? -rounded : rounded);
}

/** 30000 usd is "$300.00". */
export function moneyText(amount: number, currency: string): string {
  const digits = decimals(currency);
  const shown = WHOLE_IN_HUNDREDTHS.has(currency) ? 0 : digits;
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  });
  // As text, so that no amount is too big to be exact.
  return format.format(`${amount}E-${digits}` as `${number}`);
}
