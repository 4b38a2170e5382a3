/** How many look at what is for sale. */
import { Injectable } from '@nestjs/common';
import { Counts } from '../../platform/metrics/counts.js';
import { Metrics } from '../../platform/metrics/metrics.js';

@Injectable()
export class JoinMetrics {
  private readonly pages: Counts<'reader' | 'stranger'>;

  constructor(metrics: Metrics) {
    this.pages = metrics.add(
      new Counts('broadsheet_join_pages_total', 'Join pages shown, by to whom.', 'to', [
        'reader',
        'stranger',
      ]),
    );
  }

  shown(isSignedIn: boolean): void {
    this.pages.add(isSignedIn ? 'reader' : 'stranger');
  }
}
