/** Whether anybody can still pay on the page of a Checkout Session: not after its end, nor after its customer's. */
import { isDeleted } from '../billing/owners.js';
import type { CheckoutSession } from '../stripe-objects.js';
import type { World } from '../world/world.js';

export function isPayable(world: World, { status, customer }: CheckoutSession): boolean {
  return status === 'open' && !isDeleted(world, customer);
}
