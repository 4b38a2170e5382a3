/** Compares several customers at a time, counts, and goes on when one of them fails. */
import { isStripeAway } from '../billing.errors.js';
import { reasonOf } from '../failure-reason.js';
import type { Finding, Tally } from './reconciliation-run.js';

export interface Comparing {
  stripeCustomerId: string;
  /** Null for one who is none of ours. */
  compare: () => Promise<Finding | null>;
}

/** The pace at which Stripe is asked is its client's. */
const atOnce = 8;

/** So many in a row for whom Stripe did not answer: it is away, and the others have no chance. */
const patience = 2 * atOnce;

/** Kept with the run. */
const keptFindings = 1_000;

export class ComparisonRound {
  readonly tally: Tally = { compared: 0, differed: 0, failed: 0 };
  readonly findings: Finding[] = [];
  private unansweredInARow = 0;

  constructor(private readonly onFound: (finding: Finding) => void) {}

  /** Whether Stripe has been away for so long that the round should end. */
  get isHopeless(): boolean {
    return this.unansweredInARow >= patience;
  }

  async each(customers: readonly Comparing[]): Promise<void> {
    const waiting = customers.values();
    const work = async (): Promise<void> => {
      for (const customer of waiting) {
        if (this.isHopeless) return;
        await this.one(customer);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  fail(stripeCustomerId: string, error: unknown): void {
    this.tally.failed += 1;
    this.unansweredInARow = isStripeAway(error) ? this.unansweredInARow + 1 : 0;
    this.keep({ stripeCustomerId, differences: [], error: reasonOf(error) });
  }

  private async one({ stripeCustomerId, compare }: Comparing): Promise<void> {
    let finding: Finding | null;
    try {
      finding = await compare();
    } catch (error) {
      this.fail(stripeCustomerId, error);
      return;
    }
    this.unansweredInARow = 0;
    if (finding === null) return;
    this.tally.compared += 1;
    if (finding.differences.length === 0) return;
    this.tally.differed += 1;
    this.keep(finding);
  }

  private keep(finding: Finding): void {
    if (this.findings.length < keptFindings) this.findings.push(finding);
    this.onFound(finding);
  }
}
