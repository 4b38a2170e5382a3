/** What is for sale, in plain types. */
import type { Money } from '../platform/money/money.js';

export type Audience = 'person' | 'team';
export type BillingInterval = 'month' | 'year';
export type PriceStatus = 'pending' | 'active' | 'archived';

/** One version of a price; never edited, only followed by another. */
export interface Price extends Money {
  readonly id: string;
  readonly planId: string;
  readonly interval: BillingInterval;
  readonly status: PriceStatus;
}

export interface Plan {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly benefits: readonly string[];
  /** 0 sells without a trial. */
  readonly trialDays: number;
  readonly audience: Audience;
  readonly archivedAt: Date | null;
  /** Every version that is not archived, in the order they were made. */
  readonly prices: readonly Price[];
}
