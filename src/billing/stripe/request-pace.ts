/** Keeps requests to what Stripe takes: no more than so many begin in any one second, the others wait in line. */

/** What a wait is measured and made with; a test brings its own. */
export interface Timers {
  /** Milliseconds since some moment, never set back. */
  now(): number;
  pause(milliseconds: number): Promise<unknown>;
}

export class RequestPace {
  /** When the last ones began or will begin, the earliest first; never more than fit into a second. */
  private readonly begun: number[] = [];

  constructor(
    private readonly perSecond: number,
    private readonly timers: Timers,
  ) {}

  /** @returns false, without a wait, when the turn would come only after this moment */
  async turn(deadline: number): Promise<boolean> {
    const now = this.timers.now();
    const [earliest] = this.begun;
    const isFull = this.begun.length >= this.perSecond;
    const at = isFull && earliest !== undefined ? Math.max(now, earliest + 1000) : now;
    if (at > deadline) return false;
    this.begun.push(at);
    if (isFull) this.begun.shift();
    if (at > now) await this.timers.pause(at - now);
    return true;
  }
}
