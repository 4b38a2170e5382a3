/** Stripe is never asked more often in a second than it takes; whoever would wait too long is told at once. */
import { describe, expect, it } from 'vitest';
import { RequestPace } from './request-pace.js';

/** Time that passes only where somebody waits. */
function timers() {
  let now = 0;
  return {
    now: () => now,
    pause: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('the pace', () => {
  it('lets so many go at once, and the next ones a second after them', async () => {
    const time = timers();
    const pace = new RequestPace(2, time);
    const begun: number[] = [];
    for (let request = 0; request < 5; request += 1) {
      expect(await pace.turn(10_000)).toBe(true);
      begun.push(time.now());
    }
    expect(begun).toEqual([0, 0, 1000, 1000, 2000]);
  });

  it('keeps the line in order for those who come together', async () => {
    const waits: number[] = [];
    const pace = new RequestPace(1, {
      now: () => 0,
      pause: async (milliseconds) => void waits.push(milliseconds),
    });
    await Promise.all([pace.turn(10_000), pace.turn(10_000), pace.turn(10_000)]);
    expect(waits).toEqual([1000, 2000]);
  });

  it('gives no turn that comes too late, and keeps none for it', async () => {
    const time = timers();
    const pace = new RequestPace(1, time);
    expect(await pace.turn(500)).toBe(true);
    expect(await pace.turn(500)).toBe(false);
    expect(time.now()).toBe(0);
    expect(await pace.turn(1000)).toBe(true);
    expect(time.now()).toBe(1000);
  });
});
