/** Takes a test clock away, and everything that lived by it. */
import type { Customer, TestClock } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { deleteCustomer } from './customer-deletion.js';

export function customersOf(world: World, clock: TestClock): Customer[] {
  return world.shelves.customers
    .all()
    .filter((customer): customer is Customer => !customer.deleted)
    .filter((customer) => customer.test_clock === clock.id);
}

/** Its customers go with it, and with them their subscriptions. */
export function deleteTestClock(world: World, clock: TestClock): void {
  world.clock.frozenAt(clock.frozen_time, () => {
    for (const customer of customersOf(world, clock)) deleteCustomer(world, customer);
  });
  world.shelves.testClocks.remove(clock.id);
  world.emit('test_helpers.test_clock.deleted', clock);
}
