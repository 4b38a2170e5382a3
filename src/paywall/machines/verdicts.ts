/** Keeps for a while what was found out about an address, so that a crawler's visits cost one look and not many. */
import type { Clock } from '../../platform/clock/clock.js';

/** Milliseconds: a proven engine stays one for an hour; a no may have been a slow name server. */
const lifetime = { yes: 60 * 60 * 1000, no: 60 * 1000 };

/** Addresses kept at most; who comes from a whole network of them fills no memory. */
const room = 10_000;

/** Looks under way at most: whoever claims to be an engine from many addresses at once is told no. */
const atOnce = 50;

interface Kept {
  readonly isYes: boolean;
  readonly until: number;
}

export class Verdicts {
  private readonly kept = new Map<string, Kept>();
  private readonly looking = new Map<string, Promise<boolean>>();

  constructor(private readonly clock: Clock) {}

  async of(key: string, look: () => Promise<boolean>): Promise<boolean> {
    const kept = this.kept.get(key);
    if (kept !== undefined && this.now() < kept.until) return kept.isYes;
    const underWay = this.looking.get(key);
    if (underWay !== undefined) return underWay;
    if (this.looking.size >= atOnce) return false;
    const looking = look();
    this.looking.set(key, looking);
    try {
      const isYes = await looking;
      this.keep(key, { isYes, until: this.now() + (isYes ? lifetime.yes : lifetime.no) });
      return isYes;
    } finally {
      this.looking.delete(key);
    }
  }

  private now(): number {
    return this.clock.now().getTime();
  }

  private keep(key: string, verdict: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, verdict);
    const [oldest] = this.kept.keys();
    if (this.kept.size > room && oldest !== undefined) this.kept.delete(oldest);
  }
}
