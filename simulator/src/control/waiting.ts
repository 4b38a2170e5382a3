/** Waits, as Checkout does, until the account's server has heard of a completed session. */
import type { Simulator } from '../simulator.js';
import type { CheckoutSession } from '../stripe-objects.js';

const LONGEST_WAIT = 10_000;

export async function completedDelivery(
  { world, deliveries }: Simulator,
  session: CheckoutSession,
): Promise<void> {
  const event = world.shelves.events
    .newestFirst()
    .find(
      ({ type, data }) =>
        type === 'checkout.session.completed' &&
        'id' in data.object &&
        data.object.id === session.id,
    );
  if (event) await deliveries.accepted(event.id, LONGEST_WAIT);
}
