/** Closes a Checkout Session nobody completed. */
import type { CheckoutSession } from '../stripe-objects.js';
import type { World } from '../world/world.js';

export function expireSession(world: World, session: CheckoutSession): CheckoutSession {
  const expired = world.update(world.shelves.checkoutSessions, session, {
    status: 'expired',
    url: null,
  });
  world.emit('checkout.session.expired', expired);
  return expired;
}
