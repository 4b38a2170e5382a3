/** Goes through every customer and brings our books in line with Stripe, whatever events were lost. */
import { Injectable } from '@nestjs/common';
import { SessionLock } from '../../platform/database/session-lock.js';
import { type Comparing, ComparisonRound } from './comparison-round.js';
import { CustomerComparison } from './customer-comparison.service.js';
import { CustomerRoll } from './customer-roll.repository.js';
import type { Finding, ReconciliationRun, Tally } from './reconciliation-run.js';
import { ReconciliationRunRepository } from './reconciliation-run.repository.js';

/** Customers read from the books at once; the run is noted after each such batch. */
const batch = 100;

/** Who looks on while it runs, and may end it. */
export interface Onlooker {
  found?: (finding: Finding) => void;
  progressed?: (tally: Tally) => void;
  stopping?: AbortSignal;
}

@Injectable()
export class Reconciliation {
  constructor(
    private readonly roll: CustomerRoll,
    private readonly comparison: CustomerComparison,
    private readonly runs: ReconciliationRunRepository,
    private readonly lock: SessionLock,
  ) {}

  /**
   * One at a time in all processes; one that was interrupted is done again.
   * @param startedBy `nightly`, `command`, or an admin's account
   * @returns the run with its result; null, without having done anything, while another one goes on
   */
  async run(startedBy: string, onlooker: Onlooker = {}): Promise<ReconciliationRun | null> {
    let done: ReconciliationRun | null = null;
    await this.lock.hold('reconciliation', async () => {
      const { id } = await this.runs.open(startedBy);
      await this.compareAll(id, onlooker);
      done = await this.runs.finish(id);
    });
    return done;
  }

  private async compareAll(id: string, { found, progressed, stopping }: Onlooker): Promise<void> {
    const round = new ComparisonRound((finding) => found?.(finding));
    const note = () => this.runs.note(id, round.tally, round.findings);
    try {
      for await (const group of this.groups()) {
        await round.each(group);
        await note();
        progressed?.(round.tally);
        stopping?.throwIfAborted();
        if (round.isHopeless) return;
      }
    } catch (error) {
      if (stopping?.aborted === true) throw error;
      round.fail("the list of everybody's subscriptions", error);
      await note();
    }
  }

  /** First those that we know, then those that only Stripe knows. */
  private async *groups(): AsyncGenerator<Comparing[]> {
    let known = await this.roll.listAfter('', batch);
    // Who has never sold anything has lost nobody.
    if (known.length === 0) return;
    for (;;) {
      yield known.map((stripeCustomerId) => ({
        stripeCustomerId,
        compare: () => this.comparison.compare(stripeCustomerId),
      }));
      const last = known.at(-1);
      if (last === undefined || known.length < batch) break;
      known = await this.roll.listAfter(last, batch);
    }
    for await (const strangers of this.comparison.strangers()) {
      yield strangers.map((buyer) => ({
        stripeCustomerId: buyer.customerId,
        compare: () => this.comparison.adopt(buyer),
      }));
    }
  }
}
