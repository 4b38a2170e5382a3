/** /v1/subscriptions: what a customer pays for again and again. */
import { finish } from '../billing/ending.js';
import { settleUp } from '../billing/settling-up.js';
import { currentPeriod, isOver } from '../billing/subscription-rules.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch } from '../http/errors.js';
import { inRange, listOf, page } from '../http/pagination.js';
import { boolean } from '../http/rules.js';
import type { List, Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { createSubscription } from './subscription-create.js';
import { CANCELLATION_DETAILS, CREATE, LIST, UPDATE } from './subscription-parameters.js';
import { PAUSE, pauseSubscription, RESUME, resumeSubscription } from './subscription-pausing.js';
import { updateSubscription } from './subscription-update.js';

export function existingSubscription(world: World, id: string, param = 'id'): Subscription {
  const subscription = world.shelves.subscriptions.get(id);
  if (!subscription) throw noSuch('subscription', id, param);
  return subscription;
}

/** Stripe does not find a subscription that is over, where it is asked to change it. */
export function liveSubscription(world: World, id: string, param = 'id'): Subscription {
  const subscription = existingSubscription(world, id, param);
  if (isOver(subscription)) throw noSuch('subscription', id, param);
  return subscription;
}

/** A customer shows their subscriptions only when they are expanded, and never those that are over. */
export function liveSubscriptionsOf(world: World, customer: string): List<Subscription> {
  const found = world.shelves.subscriptions
    .newestFirst()
    .filter((subscription) => subscription.customer === customer && !isOver(subscription));
  return listOf(found.slice(0, 10), found.length > 10, `/v1/customers/${customer}/subscriptions`);
}

function hasStatus(subscription: Subscription, status: string | undefined): boolean {
  if (status === undefined) return !isOver(subscription);
  if (status === 'all') return true;
  if (status === 'ended') return isOver(subscription);
  return subscription.status === status;
}

export const subscriptions: Endpoint[] = [
  endpoint('GET', '/v1/subscriptions/:id', {}, ({ world, id }) => existingSubscription(world, id)),

  endpoint('GET', '/v1/subscriptions', LIST, ({ world, params }) => {
    const price = params.price ?? params.plan;
    const found = world.shelves.subscriptions.newestFirst().filter((subscription) => {
      const period = currentPeriod(subscription);
      return (
        hasStatus(subscription, params.status) &&
        (params.customer ?? subscription.customer) === subscription.customer &&
        (price === undefined || subscription.items.data.some((item) => item.price.id === price)) &&
        inRange(subscription.created, params.created) &&
        inRange(period.start, params.current_period_start) &&
        inRange(period.end, params.current_period_end)
      );
    });
    return page(found, params, '/v1/subscriptions');
  }),

  endpoint('POST', '/v1/subscriptions', CREATE, ({ world, params }) =>
    createSubscription(world, params),
  ),

  endpoint('POST', '/v1/subscriptions/:id', UPDATE, ({ world, id, params }) =>
    world.tentatively(() => updateSubscription(world, liveSubscription(world, id), params)),
  ),

  endpoint('POST', '/v1/subscriptions/:id/pause', PAUSE, ({ world, id, params }) =>
    pauseSubscription(world, liveSubscription(world, id), params),
  ),

  endpoint('POST', '/v1/subscriptions/:id/resume', RESUME, ({ world, id, params }) =>
    resumeSubscription(world, liveSubscription(world, id), params),
  ),

  endpoint(
    'DELETE',
    '/v1/subscriptions/:id',
    { cancellation_details: CANCELLATION_DETAILS, invoice_now: boolean(), prorate: boolean() },
    ({ world, id, params }) => {
      const subscription = liveSubscription(world, id);
      settleUp(world, subscription, {
        prorate: params.prorate ?? false,
        invoiceNow: params.invoice_now ?? false,
      });
      return finish(
        world,
        liveSubscription(world, id),
        'cancellation_requested',
        params.cancellation_details,
      );
    },
  ),
];
