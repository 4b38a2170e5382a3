/** Finds the test clock a request lives by: that of the customer whose object it names. */
import { testClockOf } from '../billing/customer-time.js';
import type { TestClock } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { noSuch, refused } from './errors.js';
import type { FormHash } from './form.js';

/** The ids looked at are the one in the address and those that are parameters of their own, not inside a hash. */
export function concernedClock(world: World, id: string, form: FormHash): TestClock | null {
  const { test_clock: named } = form;
  if (typeof named === 'string') {
    const clock = world.shelves.testClocks.get(named);
    if (!clock) throw noSuch('test_clock', named, 'test_clock');
    return clock;
  }
  for (const candidate of [id, ...Object.values(form)]) {
    if (typeof candidate !== 'string') continue;
    const clock = testClockOf(world, ownerOf(world, candidate));
    if (clock) return clock;
  }
  return null;
}

/** Nothing of a customer's can be changed while their time is moving. */
export function requireStandingStill(clock: TestClock): void {
  if (clock.status !== 'advancing') return;
  throw refused('Test clock advancement underway - cannot perform modifications.');
}

/** Only what is billed lives by a test clock; payments are made in real time. */
function ownerOf(world: World, id: string): string | null {
  const { customers, subscriptions, subscriptionSchedules, invoices, invoiceItems } = world.shelves;
  if (customers.get(id)) return id;
  const billed =
    subscriptions.get(id) ??
    subscriptionSchedules.get(id) ??
    invoices.get(id) ??
    invoiceItems.get(id) ??
    subscriptionWith(world, id);
  return billed?.customer ?? null;
}

function subscriptionWith(world: World, item: string) {
  if (!item.startsWith('si_')) return undefined;
  const [found] = world.shelves.subscriptions.where(({ items }) =>
    items.data.some(({ id }) => id === item),
  );
  return found;
}
