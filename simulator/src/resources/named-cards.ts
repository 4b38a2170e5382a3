/** The cards a request names: a saved one by its id, or a new one by a test name like `pm_card_visa`. */
import { numberOfTestPaymentMethod, numberOfTestToken } from '../billing/test-names.js';
import { saveCard } from '../billing/paying.js';
import type { BillingDetails, TypedCard } from '../billing/payment-objects.js';
import { cardFromNumber } from '../checkout/card-entry.js';
import { cardRefused, noSuch, refused } from '../http/errors.js';
import type { PaymentMethod } from '../stripe-objects.js';
import type { World } from '../world/world.js';

export const NO_BILLING: BillingDetails = { address: null, email: null, name: null, phone: null };

/** A test name makes a new payment method at every use. */
export function paymentMethodNamed(
  world: World,
  id: string,
  param = 'payment_method',
): PaymentMethod {
  const number = numberOfTestPaymentMethod(id);
  if (number !== null) return saveCard(world, testCard(world, number), NO_BILLING);
  const paymentMethod = world.shelves.paymentMethods.get(id);
  if (!paymentMethod) throw noSuch('PaymentMethod', id, param);
  return paymentMethod;
}

/** The card behind a test token like `tok_visa`. */
export function cardOfToken(world: World, token: string, param: string): TypedCard {
  const number = numberOfTestToken(token);
  if (number === null) throw noSuch('token', token, param);
  return testCard(world, number);
}

/** One that may be charged to this customer: their own, or nobody's. */
export function usablePaymentMethod(
  world: World,
  id: string,
  customer: string | null,
): PaymentMethod {
  const paymentMethod = paymentMethodNamed(world, id);
  if (paymentMethod.customer !== null && paymentMethod.customer !== customer) {
    throw refused(
      `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
      { param: 'payment_method', code: 'resource_missing' },
    );
  }
  return paymentMethod;
}

function testCard(world: World, number: string): TypedCard {
  const entry = cardFromNumber(number, world.clock.accountNow());
  if (!entry.ok) throw cardRefused(entry.refusal);
  return entry.card;
}
