/** What becomes of the events that Stripe sends. */
import { Injectable } from '@nestjs/common';
import { Counts } from '../../platform/metrics/counts.js';
import { Metrics } from '../../platform/metrics/metrics.js';

@Injectable()
export class InboxMetrics {
  private readonly webhooks: Counts<'accepted' | 'refused'>;
  private readonly failures: Counts<'again' | 'given-up'>;

  constructor(metrics: Metrics) {
    this.webhooks = metrics.add(
      new Counts('broadsheet_webhooks_total', "Stripe's knocks at our door, by answer.", 'answer', [
        'accepted',
        'refused',
      ]),
    );
    this.failures = metrics.add(
      new Counts(
        'broadsheet_inbox_failures_total',
        'Failures to answer events, by what follows.',
        'then',
        ['again', 'given-up'],
      ),
    );
  }

  knocked(answer: 'accepted' | 'refused'): void {
    this.webhooks.add(answer);
  }

  failed(then: 'again' | 'given-up'): void {
    this.failures.add(then);
  }
}
