/** Money, dates, lists and plurals as a reader of one language expects them; the only file that calls Intl. */

/** An amount in the currency's minor unit (cents). */
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
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const currencies = new Map<string, { format: Intl.NumberFormat; minorUnits: number }>();

  function currencyFormat(code: string): { format: Intl.NumberFormat; minorUnits: number } {
    const known = currencies.get(code);
    if (known) return known;
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency: code });
    const made = {
      format,
      minorUnits: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2),
    };
    currencies.set(code, made);
    return made;
  }

  return {
    money: ({ amount, currency }) => {
      const { format, minorUnits } = currencyFormat(currency.toUpperCase());
      return format.format(amount / minorUnits);
    },
    date: (instant) => date.format(instant),
    weekday: (instant) => weekday.format(instant),
    moment: (instant) => {
      const name = zone.formatToParts(instant).find((part) => part.type === 'timeZoneName');
      return `${moment.format(instant)} ${name?.value ?? timeZone}`;
    },
    list: (items) => list.format(items),
  };
}

/** The form of a sentence that belongs to a count: `pluralFor('en')(1, { one: 'a day', other: 'days' })`. */
export function pluralFor(locale: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
