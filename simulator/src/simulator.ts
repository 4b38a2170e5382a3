/** The simulated account at work: a world whose clock runs, whose events go out and whose state is kept. */
import { catchUp } from './billing/calendar.js';
import { advancing, finishAdvancing } from './billing/test-clocks.js';
import { Faults } from './control/faults.js';
import { forgetOldEvents } from './resources/events.js';
import type { StripeEvent } from './stripe-objects.js';
import { Deliveries } from './webhooks/deliveries.js';
import { ConfiguredReceivers, type ConfiguredReceiver } from './webhooks/configured-receivers.js';
import type { WallClock } from './world/clock.js';
import type { RandomSource } from './world/ids.js';
import type { Settings } from './world/settings.js';
import { SnapshotFile } from './world/snapshot.js';
import { World } from './world/world.js';

const TICK_MILLISECONDS = 500;
const SETTLE_MILLISECONDS = 15_000;

export interface SimulatorOptions {
  settings: Settings;
  wall: WallClock;
  random: RandomSource;
  receivers: readonly ConfiguredReceiver[];
  retrySchedule: readonly number[];
  /** The file the state is kept in; null keeps it in memory. */
  snapshotPath: string | null;
  log: (line: string) => void;
}

export class Simulator {
  readonly world: World;
  readonly faults = new Faults();
  readonly deliveries: Deliveries;
  readonly receivers: ConfiguredReceivers;
  private readonly snapshot: SnapshotFile | null;
  private readonly log: (line: string) => void;
  private ticker: NodeJS.Timeout | undefined;

  constructor(options: SimulatorOptions) {
    this.log = options.log;
    this.world = new World(options);
    this.snapshot = options.snapshotPath
      ? new SnapshotFile(options.snapshotPath, this.world, options.log)
      : null;
    this.receivers = new ConfiguredReceivers(options.receivers, options.wall);
    this.deliveries = new Deliveries(this.world, {
      receivers: this.receivers,
      faults: this.faults,
      retrySchedule: options.retrySchedule,
      log: options.log,
      changed: () => this.snapshot?.touch(),
    });
    this.world.afterStep = (events) => this.stepIsOver(events);
  }

  /** Loads what was kept, delivers what is pending and lets time pass. */
  async start(): Promise<void> {
    await this.snapshot?.load();
    this.deliveries.pump();
    this.ticker = setInterval(() => this.tick(), TICK_MILLISECONDS);
    this.ticker.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.ticker);
    this.deliveries.close();
    await this.snapshot?.flush();
  }

  /**
   * Moves simulated time on, through everything that falls due on the way, and waits until every event that is due
   * has been tried once. Answers how many events there were, and whether all were tried within fifteen seconds.
   */
  async advance(seconds: number): Promise<{ events: number; allTried: boolean }> {
    const before = this.world.shelves.events.size;
    const until = this.world.now() + seconds;
    catchUp(this.world, until);
    this.world.clock.moveTo(until);
    this.snapshot?.touch();
    const events = this.world.shelves.events.size - before;
    const allTried = await this.deliveries.settled(SETTLE_MILLISECONDS);
    forgetOldEvents(this.world);
    return { events, allTried };
  }

  /** Puts the clock where a history shall begin. Only an account nobody has subscribed to yet can be moved freely. */
  setClock(instant: number): boolean {
    if (this.world.shelves.subscriptions.size > 0) return false;
    this.world.clock.moveTo(instant);
    this.snapshot?.touch();
    return true;
  }

  reset(): void {
    this.world.clear();
    this.faults.clear();
    this.receivers.restore();
    this.snapshot?.touch();
  }

  private tick(): void {
    try {
      catchUp(this.world, this.world.now());
      this.advanceTestClocks();
    } catch (error) {
      // Time must go on for everybody else; what failed is due again at the next tick and says so again.
      this.log(`What fell due could not be done: ${String(error)}`);
    }
  }

  private advanceTestClocks(): void {
    for (const clock of advancing(this.world)) finishAdvancing(this.world, clock, this.log);
  }

  private stepIsOver(events: StripeEvent[]): void {
    this.deliveries.dispatch(events);
    this.snapshot?.touch();
    // The request that set a test clock off is answered first.
    if (events.some(({ type }) => type === 'test_helpers.test_clock.advancing')) {
      setImmediate(() => this.advanceTestClocks());
    }
  }
}
