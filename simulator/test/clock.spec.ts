/** The simulated clock: how far it goes, and when it can be set. */
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, NOW, startTown, startTrial } from './support.js';

describe('the clock', () => {
  it('stamps each thing with the instant it happened at, in order', async () => {
    const town = await startTown();
    await startTrial(town);
    town.mark();

    await town.simulator.advance(20 * DAY);

    const instants = town.simulator.state.events.all().map(({ created }) => created);
    expect(instants).toEqual([...instants].sort((one, other) => one - other));
    expect(new Set(instants.map((instant) => (instant - NOW) / HOUR))).toEqual(
      new Set([0, 4 * 24, 7 * 24, 7 * 24 + 1]),
    );
  });

  it('can be set into the past only before anybody subscribes', async () => {
    const town = await startTown();
    const set = () => town.sim('POST', '/clock/set', { now: '2026-01-31T12:00:00Z' });

    expect((await set()).body).toEqual({
      now: '2026-01-31T12:00:00.000Z',
      offsetSeconds: -295 * DAY,
    });
    await startTrial(town);
    expect((await set()).status).toBe(409);
  });
});
