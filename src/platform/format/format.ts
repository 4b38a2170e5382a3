/** Money, dates, lists and plurals as a reader of one language expects them; the only file that words them by Intl. */
import { decimalOf } from '../money/decimal.rules.js';
import { minorUnitDigits } from '../money/minor-units.js';

/** An amount in the currency's minor unit (cents), as Stripe counts it. */
export interface MoneyAmount {
  amount: number;
  currency: string;
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface Format {
  /** "$300.00" */
  money: (money: MoneyAmount) => string;
  /** "November 29, 2026" */
  date: (instant: Date) => string;
  /** "Sunday, November 29, 2026" */
  weekday: (instant: Date) => string;
  /** "November 29, 2026 at 6:30 PM UTC" */
  moment: (instant: Date) => string;
  /** "12/2034", as on a card; @param month 1 to 12 */
  month: (year: number, month: number) => string;
  /** "Ada, Ben, and Cy" */
  list: (items: readonly string[]) => string;
}

export function formatFor(locale: string, timeZone: string): Format {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const weekday = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone });
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  const zone = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' });
  const month = new Intl.DateTimeFormat(locale, {
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const currencies = new Map<string, CurrencyFormat>();

  function currencyFormat(code: string): CurrencyFormat {
    const known = currencies.get(code);
    if (known) return known;
    const made = currencyFormatFor(locale, code);
    currencies.set(code, made);
    return made;
  }

  return {
    money: ({ amount, currency }) => {
      const { exact, customary, customaryUnits } = currencyFormat(currency);
      const isCustomary = amount % customaryUnits === 0;
      return (isCustomary ? customary : exact).format(decimalOf({ amount, currency }));
    },
    date: (instant) => date.format(instant),
    weekday: (instant) => weekday.format(instant),
    moment: (instant) => {
      const name = zone.formatToParts(instant).find((part) => part.type === 'timeZoneName');
      return `${moment.format(instant)} ${name?.value ?? timeZone}`;
    },
    month: (year, number) => month.format(Date.UTC(year, number - 1)),
    list: (items) => list.format(items),
  };
}

interface CurrencyFormat {
  /** With as many decimals as Stripe bills. */
  exact: Intl.NumberFormat;
  /** With as many as people write: none for forints. */
  customary: Intl.NumberFormat;
  /** Minor units in the smallest sum that people write: 100 for forints, 1 for dollars. */
  customaryUnits: number;
}

function currencyFormatFor(locale: string, currency: string): CurrencyFormat {
  const style = { style: 'currency', currency } as const;
  const withDecimals = (count: number) =>
    new Intl.NumberFormat(locale, {
      ...style,
      minimumFractionDigits: count,
      maximumFractionDigits: count,
    });
  const digits = minorUnitDigits(currency);
  const custom = new Intl.NumberFormat(locale, style).resolvedOptions().maximumFractionDigits ?? 2;
  const fewest = Math.min(custom, digits);
  return {
    exact: withDecimals(digits),
    customary: withDecimals(fewest),
    customaryUnits: 10 ** (digits - fewest),
  };
}

/** The form of a sentence that belongs to a count: `pluralFor('en')(1, { one: 'a day', other: 'days' })`. */
export function pluralFor(locale: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
