/** Says whether the books are kept up: what waits in the inbox, and what the last comparison with Stripe found. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { ReconciliationDesk } from '../reconciliation/reconciliation-desk.service.js';
import type { ReconciliationRun } from '../reconciliation/reconciliation-run.js';
import { BillingHealthRepository, type InboxState } from './billing-health.repository.js';

export interface BooksState {
  inbox: InboxState & { oldestWaitingSeconds: number | null };
  /** The newest, which may still go on. */
  reconciliation: ReconciliationRun | null;
}

@Injectable()
export class BooksHealth {
  constructor(
    private readonly health: BillingHealthRepository,
    private readonly reconciliations: ReconciliationDesk,
    private readonly clock: Clock,
  ) {}

  async look(): Promise<BooksState> {
    const [inbox, { items }] = await Promise.all([
      this.health.inbox(),
      this.reconciliations.list({ limit: 1 }),
    ]);
    const oldestWaitingSeconds = this.secondsSince(inbox.oldestWaitingAt);
    return { inbox: { ...inbox, oldestWaitingSeconds }, reconciliation: items[0] ?? null };
  }

  private secondsSince(instant: Date | null): number | null {
    if (instant === null) return null;
    return Math.max(0, Math.floor((this.clock.now().getTime() - instant.getTime()) / 1000));
  }
}
