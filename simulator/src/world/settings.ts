/**
 * What an account holder sets in Stripe's dashboard and the API cannot: how failed payments are treated, and when
 * notices are sent.
 */

export interface Settings {
  /** Days after the first failed attempt at which an invoice is tried again. */
  retryDays: readonly number[];
  /** What becomes of the subscription when the last retry has failed. */
  afterLastRetry: 'cancel' | 'unpaid' | 'past_due';
  /** How many days before a renewal `invoice.upcoming` is sent. */
  upcomingInvoiceDays: number;
  /** How many days before its end a trial's end is announced. */
  trialWillEndDays: number;
  /** How long the invoice of a renewal stays a draft. */
  draftSeconds: number;
  accountId: string;
  accountName: string;
  accountCountry: string;
  statementDescriptor: string;
  /** Tax by the customer's country, in hundredths of a percent; a country that is not named has none. */
  taxBasisPoints: Readonly<Record<string, number>>;
}

export const DEFAULT_SETTINGS: Settings = {
  retryDays: [3, 5, 7],
  afterLastRetry: 'cancel',
  upcomingInvoiceDays: 7,
  trialWillEndDays: 3,
  draftSeconds: 3600,
  accountId: 'acct_1SimulatedAccount0',
  accountName: 'Simulated account',
  accountCountry: 'US',
  statementDescriptor: 'SIMULATED',
  taxBasisPoints: {},
};

export const API_VERSION = '2026-10-28.endive';

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;
