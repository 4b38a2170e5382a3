/** Stops the product's clock, where a second, or a tenth of one, decides. */
import { Clock } from '../../src/platform/clock/clock.js';
import type { TestApp } from './app.js';

export interface StoppedClock {
  /** Shows this instant until it is moved again. */
  at(instant: Date): void;
  /** Moves it on from where it stands. */
  pass(seconds: number): void;
  now(): Date;
  /** Lets it run again, from the machine's time on. */
  release(): void;
}

export function stopClock(town: Pick<TestApp, 'app'>): StoppedClock {
  const clock = town.app.get(Clock);
  let shown = clock.now();
  // The instance alone is held: what it inherits runs on underneath.
  Object.defineProperty(clock, 'now', { value: () => shown, configurable: true });
  return {
    at: (instant) => {
      shown = instant;
    },
    pass: (seconds) => {
      shown = new Date(shown.getTime() + seconds * 1000);
    },
    now: () => shown,
    release: () => {
      Reflect.deleteProperty(clock, 'now');
    },
  };
}
