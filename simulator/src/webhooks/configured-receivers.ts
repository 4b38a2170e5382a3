/** The receivers that are there from the start, and the rolling of their signing secret. */
import type { WallClock } from '../world/clock.js';

/** A receiver that is there from the start, outside the API. */
export interface ConfiguredReceiver {
  url: string;
  secrets: readonly string[];
  /** The types of events it is told of; without them, of everything. */
  events?: readonly string[];
}

export class ConfiguredReceivers {
  private rolled: { secret: string; overlapUntil: number } | null = null;

  constructor(
    private readonly given: readonly ConfiguredReceiver[],
    private readonly wall: WallClock,
  ) {}

  /** Each with the secrets that sign now, the newest first. */
  get current(): readonly ConfiguredReceiver[] {
    const { rolled } = this;
    if (!rolled) return this.given;
    const overlaps = this.wall() < rolled.overlapUntil;
    return this.given.map(({ secrets, ...receiver }) => ({
      ...receiver,
      secrets: overlaps ? [rolled.secret, ...secrets] : [rolled.secret],
    }));
  }

  /** From now on `secret` signs; the ones from the start sign, too, for as many seconds of wall time. */
  roll(secret: string, overlapSeconds: number): void {
    this.rolled = { secret, overlapUntil: this.wall() + overlapSeconds * 1000 };
  }

  restore(): void {
    this.rolled = null;
  }
}
