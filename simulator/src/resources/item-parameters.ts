/** Reads what a subscription is to sell: prices that are there already or are made with it, and quantities. */
import { newItem } from '../billing/subscription-objects.js';
import { currentPeriod } from '../billing/subscription-rules.js';
import { invalidParameter, noSuch, refused } from '../http/errors.js';
import {
  boolean,
  changedMetadata,
  hash,
  integer,
  metadata,
  oneOf,
  required,
  text,
  type Params,
} from '../http/rules.js';
import type { Metadata, Price, Subscription, SubscriptionItem } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { newPrice } from './catalog.js';
import { existingPrice } from './prices.js';

export const PRICE_DATA = hash({
  currency: required(text()),
  product: required(text()),
  recurring: required(
    hash({
      interval: required(oneOf('day', 'week', 'month', 'year')),
      interval_count: integer({ min: 1 }),
    }),
  ),
  tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
  unit_amount: integer({ min: 0, max: 99_999_999 }),
  unit_amount_decimal: text(),
});

const PLAIN_ITEM = {
  metadata: metadata(),
  price: text(),
  price_data: PRICE_DATA,
  quantity: integer({ min: 0, max: 999_999 }),
};

export const NEW_ITEM = hash(PLAIN_ITEM);

const ITEM_CHANGE = { ...PLAIN_ITEM, deleted: boolean(), id: text() };

export const CHANGED_ITEM = hash(ITEM_CHANGE);

export type ItemParams = Params<typeof PLAIN_ITEM>;
export type ItemChangeParams = Params<typeof ITEM_CHANGE>;

export interface ItemOrder {
  price: Price;
  quantity: number;
  metadata: Metadata;
}

const MOST_ITEMS = 20;

/** The items of a subscription that is about to begin. */
export function itemOrders(world: World, items: readonly ItemParams[], at = 'items'): ItemOrder[] {
  const orders = items.map((item, index) => ({
    price: requiredPrice(world, item, `${at}[${index}]`),
    quantity: item.quantity ?? 1,
    metadata: changedMetadata({}, item.metadata),
  }));
  requireFitting(orders, at);
  return orders;
}

/** The items of a subscription once these are changed, added or taken out. Those not named stay as they are. */
export function changedItems(
  world: World,
  subscription: Subscription,
  changes: readonly ItemChangeParams[],
  at = 'items',
): SubscriptionItem[] {
  const after = changes.reduce<SubscriptionItem[]>((items, change, index) => {
    const place = `${at}[${index}]`;
    const item = itemToChange(subscription, items, change, place);
    if (item === null) return [...items, addedItem(world, subscription, change, place)];
    if (change.deleted) return items.filter(({ id }) => id !== item.id);
    const changed = changedItem(world, item, change, place);
    return items.map((each) => (each.id === item.id ? changed : each));
  }, subscription.items.data);
  if (after.length === 0) {
    throw refused('A subscription must have at least one active price.', { param: at });
  }
  requireFitting(after, at);
  return after;
}

function itemToChange(
  subscription: Subscription,
  items: readonly SubscriptionItem[],
  change: ItemChangeParams,
  at: string,
): SubscriptionItem | null {
  if (change.id === undefined) {
    if (change.deleted) throw missing(`${at}[id]`);
    return null;
  }
  const item = items.find(({ id }) => id === change.id);
  if (!item || item.subscription !== subscription.id) {
    throw noSuch('subscription item', change.id, `${at}[id]`);
  }
  return item;
}

function changedItem(
  world: World,
  item: SubscriptionItem,
  change: ItemParams,
  at: string,
): SubscriptionItem {
  const price = priceOf(world, change, at, [item]) ?? item.price;
  const replaced = newItem({
    id: item.id,
    subscription: item.subscription,
    now: item.created,
    price,
    quantity: change.quantity ?? item.quantity ?? 1,
    metadata: changedMetadata(item.metadata, change.metadata),
    period: { start: item.current_period_start, end: item.current_period_end },
  });
  return { ...item, ...replaced };
}

function addedItem(
  world: World,
  subscription: Subscription,
  item: ItemParams,
  at: string,
): SubscriptionItem {
  return newItem({
    id: world.ids.next('subscriptionItem'),
    subscription: subscription.id,
    now: world.now(),
    price: requiredPrice(world, item, at),
    quantity: item.quantity ?? 1,
    metadata: changedMetadata({}, item.metadata),
    period: currentPeriod(subscription),
  });
}

export function requiredPrice(
  world: World,
  item: ItemParams,
  at: string,
  owned: readonly SubscriptionItem[] = [],
): Price {
  const price = priceOf(world, item, at, owned);
  if (!price) throw missing(`${at}[price]`);
  return price;
}

/** What is paid for already may go on being so when it is no longer for sale. */
function priceOf(
  world: World,
  item: ItemParams,
  at: string,
  owned: readonly SubscriptionItem[],
): Price | null {
  const { price: id, price_data: data } = item;
  if (id !== undefined && data !== undefined) {
    throw invalidParameter(
      `You may only specify one of these parameters: ${at}[price], ${at}[price_data].`,
      `${at}[price]`,
      'parameters_exclusive',
    );
  }
  if (data !== undefined) return inlinePrice(world, data, at);
  if (id === undefined) return null;
  const price = existingPrice(world, id, `${at}[price]`);
  if (!price.active && !owned.some((each) => each.price.id === price.id)) {
    throw refused('The price specified is inactive. This field only accepts active prices.', {
      param: `${at}[price]`,
    });
  }
  if (!price.recurring) {
    throw refused(
      'The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.',
      { param: `${at}[price]` },
    );
  }
  return price;
}

type PriceData = NonNullable<ItemParams['price_data']>;

/** A price made for one subscription is not for sale otherwise. */
function inlinePrice(world: World, data: PriceData, at: string): Price {
  if (!world.shelves.products.get(data.product)) {
    throw noSuch('product', data.product, `${at}[price_data][product]`);
  }
  const price = newPrice(world, { ...data, active: false });
  return world.create(world.shelves.prices, price, 'price.created');
}

/** What one subscription can hold. */
function requireFitting(items: readonly { price: Price }[], at: string): void {
  const [first] = items;
  if (!first) throw missing(at);
  if (items.length > MOST_ITEMS) {
    throw refused(`A subscription can have at most ${MOST_ITEMS} items.`, { param: at });
  }
  const prices = new Set(items.map(({ price }) => price.id));
  if (prices.size < items.length) {
    throw refused('Cannot add multiple subscription items with the same price.', { param: at });
  }
  if (items.some(({ price }) => price.currency !== first.price.currency)) {
    throw refused('All prices on a subscription must have the same currency.', { param: at });
  }
  const intervals = items.map(
    ({ price }) => `${price.recurring?.interval_count} ${price.recurring?.interval}`,
  );
  if (new Set(intervals).size > 1) {
    throw refused('The simulator bills everything in one subscription at the same interval.', {
      param: at,
    });
  }
}

const missing = (name: string) =>
  invalidParameter(`Missing required param: ${name}.`, name, 'parameter_missing');
