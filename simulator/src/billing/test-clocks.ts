/** Moves test clocks on, each through everything that falls due for its customers. */
import type { TestClock } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { catchUpClock } from './calendar.js';

/** The clock answers that it is on its way; `finishAdvancing` takes it there. */
export function beginAdvancing(world: World, clock: TestClock, target: number): TestClock {
  return world.update(
    world.shelves.testClocks,
    clock,
    {
      status: 'advancing',
      status_details: { advancing: { target_frozen_time: target } },
    },
    'test_helpers.test_clock.advancing',
  );
}

export function advancing(world: World): TestClock[] {
  return world.shelves.testClocks.where(({ status }) => status === 'advancing');
}

/** Works through what falls due on the way; what fails is logged, and the clock says so. */
export function finishAdvancing(world: World, clock: TestClock, log: (line: string) => void): void {
  const target = clock.status_details.advancing?.target_frozen_time ?? clock.frozen_time;
  try {
    catchUpClock(world, clock.id, target);
    arrive(world, clock, { status: 'ready', frozen_time: target });
  } catch (error) {
    log(`The test clock ${clock.id} could not be advanced: ${String(error)}`);
    arrive(world, clock, { status: 'internal_failure' });
  }
}

function arrive(world: World, clock: TestClock, changes: Partial<TestClock>): void {
  const event =
    changes.status === 'ready'
      ? 'test_helpers.test_clock.ready'
      : 'test_helpers.test_clock.internal_failure';
  world.step(() =>
    world.update(world.shelves.testClocks, clock, { ...changes, status_details: {} }, event),
  );
}
