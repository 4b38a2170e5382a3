/** Takes discounts back: DELETE on the `discount` of a subscription or a customer. */
import { endDiscount } from '../billing/discounting.js';
import { isOver } from '../billing/subscription-rules.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch, StripeError } from '../http/errors.js';
import { existingCustomer } from './customers.js';

function noDiscount(of: string): StripeError {
  return new StripeError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No active discount for ${of}`,
  });
}

export const discounts: Endpoint[] = [
  /** Where there are several, the one that was given last. */
  endpoint('DELETE', '/v1/subscriptions/:id/discount', {}, ({ world, id }) => {
    const subscription = world.shelves.subscriptions.get(id);
    if (!subscription || isOver(subscription)) throw noSuch('subscription', id);
    const discount = world.shelves.discounts.get(subscription.discounts.at(-1) ?? '');
    if (!discount) throw noDiscount(`subscription: ${id}`);
    return endDiscount(world, discount);
  }),

  /** In this API version nothing gives a customer a discount of their own; theirs hang on subscriptions. */
  endpoint('DELETE', '/v1/customers/:id/discount', {}, ({ world, id }) => {
    existingCustomer(world, id);
    throw noDiscount(`customer: ${id}`);
  }),
];
