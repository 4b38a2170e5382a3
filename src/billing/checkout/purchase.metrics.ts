/** How far those come who want to buy. */
import { Injectable } from '@nestjs/common';
import { Counts } from '../../platform/metrics/counts.js';
import { Metrics } from '../../platform/metrics/metrics.js';

@Injectable()
export class PurchaseMetrics {
  private readonly checkouts: Counts<'opened' | 'completed'>;
  private readonly begun: Counts<'trial' | 'paid'>;

  constructor(metrics: Metrics) {
    this.checkouts = metrics.add(
      new Counts('broadsheet_checkouts_total', "Stripe's pages opened, and paid.", 'step', [
        'opened',
        'completed',
      ]),
    );
    this.begun = metrics.add(
      new Counts('broadsheet_memberships_begun_total', 'Memberships begun, by how.', 'as', [
        'trial',
        'paid',
      ]),
    );
  }

  opened(): void {
    this.checkouts.add('opened');
  }

  /** @param isOfCheckout false where it was made at Stripe, or by staff */
  memberBegan(isTrial: boolean, isOfCheckout: boolean): void {
    if (isOfCheckout) this.checkouts.add('completed');
    this.begun.add(isTrial ? 'trial' : 'paid');
  }
}
