/** Lets time pass for the product and the simulator alike, and has done whatever falls due on the way. */
import { Injectable } from '@nestjs/common';
import { PublicationTimer } from '../articles/desk/publication-timer.service.js';
import { TrialReminders } from '../billing/letters/trial-reminders.service.js';
import { AdjustableClock } from '../platform/clock/adjustable-clock.js';
import { Clock } from '../platform/clock/clock.js';
import { Settled } from './settled.js';
import { SimulatorClock } from './simulator-clock.js';

const day = 24 * 60 * 60;

/** The month in which trials are reminded of goes by day by day, whatever comes after it at once. */
const days = 31;

@Injectable()
export class PassingTime {
  constructor(
    private readonly clock: Clock,
    private readonly simulatorClock: SimulatorClock,
    private readonly reminders: TrialReminders,
    private readonly publications: PublicationTimer,
    private readonly settled: Settled,
  ) {}

  /** @returns false when work is still outstanding */
  async pass(seconds: number): Promise<boolean> {
    let settled = true;
    let left = seconds;
    for (let passed = 0; left > 0; passed += 1) {
      const step = passed < days ? Math.min(left, day) : left;
      // The simulator first: were it away, the product's clock would run ahead with every attempt.
      await this.simulatorClock.advance(step);
      if (this.clock instanceof AdjustableClock) this.clock.advance(step);
      await this.reminders.sweep();
      await this.publications.sweep();
      settled = await this.settled.wait();
      left -= step;
    }
    return settled;
  }
}
