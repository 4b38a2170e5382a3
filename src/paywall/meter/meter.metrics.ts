/** How many units of allowances are spent. */
import { Injectable } from '@nestjs/common';
import { Counts } from '../../platform/metrics/counts.js';
import { Metrics } from '../../platform/metrics/metrics.js';

@Injectable()
export class MeterMetrics {
  private readonly spends: Counts<'reader' | 'stranger'>;

  constructor(metrics: Metrics) {
    this.spends = metrics.add(
      new Counts('broadsheet_meter_spends_total', 'Metered articles spent, by whom.', 'by', [
        'reader',
        'stranger',
      ]),
    );
  }

  spent(by: 'reader' | 'stranger'): void {
    this.spends.add(by);
  }
}
