/** Takes money that was only held, or lets it go. */
import type { Charge, PaymentIntent } from '../stripe-objects.js';
import type { World } from '../world/world.js';

/** Takes up to the whole of what is held; the rest goes back to the card at once. */
export function captureCharge(world: World, charge: Charge, amount: number): Charge {
  return world.update(
    world.shelves.charges,
    charge,
    { captured: true, amount_captured: amount, amount_refunded: charge.amount - amount },
    'charge.captured',
  );
}

export function capturePayment(
  world: World,
  intent: PaymentIntent,
  charge: Charge,
  amount: number,
): PaymentIntent {
  captureCharge(world, charge, amount);
  return world.update(
    world.shelves.paymentIntents,
    intent,
    { status: 'succeeded', amount_capturable: 0, amount_received: amount },
    'payment_intent.succeeded',
  );
}

export function cancelPayment(
  world: World,
  intent: PaymentIntent,
  reason: PaymentIntent['cancellation_reason'],
): PaymentIntent {
  const held = world.shelves.charges.get(intent.latest_charge ?? '');
  if (held?.paid && !held.captured) {
    world.update(
      world.shelves.charges,
      held,
      { amount_refunded: held.amount, refunded: true },
      'charge.refunded',
    );
  }
  world.shelves.authentications.remove(intent.id);
  return world.update(
    world.shelves.paymentIntents,
    intent,
    {
      status: 'canceled',
      amount_capturable: 0,
      canceled_at: world.clock.accountNow(),
      cancellation_reason: reason,
      next_action: null,
    },
    'payment_intent.canceled',
  );
}
