/** /v1/subscription_items: one by one, what a subscription sells. */
import { changeItems } from '../billing/changing.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch } from '../http/errors.js';
import { PAGE, page } from '../http/pagination.js';
import { boolean, integer, metadata, required, text } from '../http/rules.js';
import type { Subscription, SubscriptionItem } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { changedItems, PRICE_DATA, type ItemChangeParams } from './item-parameters.js';
import { BILLING_OF_CHANGE, type Update } from './subscription-parameters.js';
import { itemChange, requireChangeable } from './subscription-update.js';
import { existingSubscription, liveSubscription } from './subscriptions.js';

const ITEM = {
  ...BILLING_OF_CHANGE,
  metadata: metadata(),
  price: text(),
  price_data: PRICE_DATA,
  quantity: integer({ min: 0, max: 999_999 }),
};

function existingItem(
  world: World,
  id: string,
): { item: SubscriptionItem; subscription: Subscription } {
  for (const subscription of world.shelves.subscriptions.all()) {
    const item = subscription.items.data.find((each) => each.id === id);
    if (item) return { item, subscription };
  }
  throw noSuch('subscription_item', id);
}

type ChangeParams = ItemChangeParams & Pick<Update, keyof typeof BILLING_OF_CHANGE>;

function change(world: World, subscription: Subscription, params: ChangeParams): Subscription {
  const {
    payment_behavior: payment,
    proration_behavior: proration,
    proration_date: date,
    ...item
  } = params;
  const billing = {
    ...(payment === undefined ? {} : { payment_behavior: payment }),
    ...(proration === undefined ? {} : { proration_behavior: proration }),
    ...(date === undefined ? {} : { proration_date: date }),
  };
  const live = liveSubscription(world, subscription.id, 'subscription');
  const items = changedItems(world, live, [item]);
  requireChangeable(live, items, billing);
  return changeItems(world, live, itemChange(live, items, billing));
}

export const subscriptionItems: Endpoint[] = [
  endpoint(
    'POST',
    '/v1/subscription_items',
    { ...ITEM, subscription: required(text()) },
    ({ world, params: { subscription: id, ...params } }) => {
      const before = liveSubscription(world, id, 'subscription');
      const after = change(world, before, params);
      const known = new Set(before.items.data.map((item) => item.id));
      const added = [
        ...after.items.data,
        // A change that waits for its payment shows its items already.
        ...(after.pending_update?.subscription_items ?? []),
      ].find((item) => !known.has(item.id));
      if (!added) throw new Error(`Nothing was added to ${id}`);
      return added;
    },
  ),

  endpoint(
    'GET',
    '/v1/subscription_items/:id',
    {},
    ({ world, id }) => existingItem(world, id).item,
  ),

  endpoint(
    'GET',
    '/v1/subscription_items',
    { ...PAGE, subscription: required(text()) },
    ({ world, params }) => {
      const { items } = existingSubscription(world, params.subscription, 'subscription');
      return page(items.data, params, items.url);
    },
  ),

  endpoint(
    'POST',
    '/v1/subscription_items/:id',
    { ...ITEM, off_session: boolean() },
    ({ world, id, params: { off_session: _offSession, ...params } }) => {
      const { subscription, item } = existingItem(world, id);
      const after = change(world, subscription, { ...params, id });
      return after.items.data.find((each) => each.id === id) ?? item;
    },
  ),

  endpoint(
    'DELETE',
    '/v1/subscription_items/:id',
    { ...BILLING_OF_CHANGE, clear_usage: boolean() },
    ({ world, id, params: { clear_usage: _clearUsage, ...params } }) => {
      const { subscription } = existingItem(world, id);
      change(world, subscription, { ...params, id, deleted: true });
      return { id, object: 'subscription_item', deleted: true };
    },
  ),
];
