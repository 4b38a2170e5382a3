/** The test clock a new customer shall live by. */
import { customersOf } from '../billing/test-clock-deletion.js';
import { noSuch, refused } from '../http/errors.js';
import type { TestClock } from '../stripe-objects.js';
import type { World } from '../world/world.js';

const MOST_CUSTOMERS = 3;

export function clockForOneMore(world: World, id: string): TestClock {
  const clock = world.shelves.testClocks.get(id);
  if (!clock) throw noSuch('test_clock', id, 'test_clock');
  if (customersOf(world, clock).length >= MOST_CUSTOMERS) {
    throw refused(
      `You can only have up to ${MOST_CUSTOMERS} customers in a test clock; ${id} already has as many.`,
      { param: 'test_clock' },
    );
  }
  return clock;
}
