/** Whether the books are kept up, in figures that somebody is called for. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { ReconciliationRunRepository } from '../reconciliation/reconciliation-run.repository.js';
import { BillingHealthRepository } from './billing-health.repository.js';

@Injectable()
export class BooksMetrics {
  constructor(
    metrics: Metrics,
    private readonly clock: Clock,
    private readonly health: BillingHealthRepository,
    private readonly reconciliations: ReconciliationRunRepository,
  ) {
    metrics.look({
      at: 'inbox',
      figures: {
        broadsheet_inbox_oldest_waiting_seconds: {
          help: "For how long the oldest of Stripe's events waits that is not done.",
        },
        broadsheet_inbox_quarantined: {
          help: 'Events that wait for a person; a thousand stand for more.',
        },
      },
      ask: async () => {
        const { oldestAt, quarantined } = await this.health.lag();
        return {
          broadsheet_inbox_oldest_waiting_seconds: this.secondsSince(oldestAt) ?? 0,
          broadsheet_inbox_quarantined: quarantined,
        };
      },
    });
    metrics.look({
      at: 'reconciliation',
      figures: {
        broadsheet_reconciliation_differences: {
          help: 'Customers whose books differed from Stripe in the last comparison that was finished.',
        },
        broadsheet_reconciliation_failures: {
          help: 'Customers that could not be compared in it.',
        },
        broadsheet_reconciliation_age_seconds: { help: 'How long ago it was finished.' },
      },
      ask: async () => {
        const last = await this.reconciliations.lastFinished();
        return {
          broadsheet_reconciliation_differences: last?.differed ?? null,
          broadsheet_reconciliation_failures: last?.failed ?? null,
          broadsheet_reconciliation_age_seconds: this.secondsSince(last?.finishedAt ?? null),
        };
      },
    });
  }

  private secondsSince(instant: Date | null): number | null {
    if (instant === null) return null;
    return Math.max(0, (this.clock.now().getTime() - instant.getTime()) / 1000);
  }
}
