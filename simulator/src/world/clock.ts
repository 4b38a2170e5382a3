/** The simulated clock: wall time plus an offset that a test or a developer moves. */

/** Wall time in milliseconds since 1970, injected so that tests decide what time it is. */
export type WallClock = () => number;

export class SimulatedClock {
  /** Set while an advance works its way through what falls due: time stands still at each instant. */
  private heldAt: number | null = null;
  /** Set during work for a customer of a test clock: their time stands still while the account's goes on. */
  private frozen: number | null = null;

  constructor(
    readonly wall: WallClock,
    private offset = 0,
  ) {}

  /** The simulated instant in whole seconds: the customer's own while they are on a test clock. */
  now(): number {
    return this.frozen ?? this.accountNow();
  }

  /** The instant of the account itself, which events and payments carry whatever a test clock shows. */
  accountNow(): number {
    return this.heldAt ?? Math.floor(this.wall() / 1000) + this.offset;
  }

  /** How many seconds simulated time is ahead of wall time. */
  get offsetSeconds(): number {
    return this.offset;
  }

  /** Does `work` at the given simulated instant. */
  at<Result>(instant: number, work: () => Result): Result {
    const outer = this.heldAt;
    this.heldAt = instant;
    try {
      return work();
    } finally {
      this.heldAt = outer;
    }
  }

  /** Does `work` at the instant a test clock shows. */
  frozenAt<Result>(instant: number, work: () => Result): Result {
    const outer = this.frozen;
    this.frozen = instant;
    try {
      return work();
    } finally {
      this.frozen = outer;
    }
  }

  moveTo(instant: number): void {
    this.offset = instant - Math.floor(this.wall() / 1000);
  }

  restore(offsetSeconds: number): void {
    this.offset = offsetSeconds;
  }
}
