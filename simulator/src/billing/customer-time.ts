/** Whose time a customer lives by: the account's, or that of the test clock they were created with. */
import type { TestClock } from '../stripe-objects.js';
import type { World } from '../world/world.js';

export function testClockOf(world: World, customerId: string | null): TestClock | null {
  const customer = world.shelves.customers.get(customerId ?? '');
  if (!customer || customer.deleted) return null;
  return world.shelves.testClocks.get(customer.test_clock ?? '') ?? null;
}

/** Whether an object belongs to a customer of this clock; null is the account's own. */
export function livesBy(world: World, clock: string | null) {
  return ({ customer }: { customer: string | null }): boolean =>
    (testClockOf(world, customer)?.id ?? null) === clock;
}

/** Does `work` at the customer's own instant. */
export function inTimeOf<Result>(
  world: World,
  customer: string | null,
  work: () => Result,
): Result {
  const clock = testClockOf(world, customer);
  return clock ? world.clock.frozenAt(clock.frozen_time, work) : work();
}

/** One step of what a customer does on a page. */
export function stepFor<Result>(world: World, customer: string | null, work: () => Result): Result {
  return inTimeOf(world, customer, () => world.step(work));
}
