/** What becomes of mails where they leave. */
import { Injectable } from '@nestjs/common';
import { Counts } from '../metrics/counts.js';
import { Metrics } from '../metrics/metrics.js';

@Injectable()
export class MailMetrics {
  private readonly mails: Counts<'sent' | 'failed'>;

  constructor(metrics: Metrics) {
    this.mails = metrics.add(
      new Counts(
        'broadsheet_mails_total',
        'Mails handed over, by whether they were taken.',
        'end',
        ['sent', 'failed'],
      ),
    );
  }

  count(end: 'sent' | 'failed'): void {
    this.mails.add(end);
  }
}
