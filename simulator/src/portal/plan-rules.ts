/** What a member asks for in the portal: another plan or another quantity. May they have it, and when? Pure. */
import type {
  PortalConfiguration,
  Price,
  Subscription,
  SubscriptionItem,
} from '../stripe-objects.js';
import { intervalOf } from '../billing/periods.js';

export type UpdateFeature = PortalConfiguration['features']['subscription_update'];

export interface Wish {
  price: Price;
  quantity: number;
}

export type Granted =
  /** At once; in a trial that the account ends with a change, the trial is over. */
  { kind: 'now'; endsTrial: boolean } | { kind: 'at-period-end' };

export type Judgement = Granted | { kind: 'unchanged' } | { kind: 'refused'; message: string };

/** The one thing a subscription sells; the portal cannot change one that sells several. */
export function onlyItem({ items }: Subscription): SubscriptionItem | null {
  return items.data.length === 1 ? (items.data[0] ?? null) : null;
}

export function mayChange(subscription: Subscription, feature: UpdateFeature): boolean {
  const { status, cancel_at: cancelAt, schedule } = subscription;
  return (
    feature.enabled &&
    feature.default_allowed_updates.length > 0 &&
    (status === 'active' || status === 'trialing') &&
    cancelAt === null &&
    schedule === null &&
    onlyItem(subscription) !== null
  );
}

/** The bounds a member may choose a quantity of this product within; null where they may not. */
export function quantityBounds(
  feature: UpdateFeature,
  product: string,
): { minimum: number; maximum: number | null } | null {
  const bounds = feature.products?.find((each) => each.product === product)?.adjustable_quantity;
  return bounds?.enabled && feature.default_allowed_updates.includes('quantity') ? bounds : null;
}

export function judge(subscription: Subscription, feature: UpdateFeature, wish: Wish): Judgement {
  const item = onlyItem(subscription);
  if (!item || !mayChange(subscription, feature)) {
    return { kind: 'refused', message: 'This plan cannot be changed here.' };
  }
  const quantity = item.quantity ?? 1;
  const isSamePrice = item.price.id === wish.price.id;
  if (isSamePrice && quantity === wish.quantity) return { kind: 'unchanged' };
  const refusal =
    (isSamePrice ? null : priceRefusal(item.price, feature, wish.price)) ??
    (quantity === wish.quantity ? null : quantityRefusal(feature, wish));
  if (refusal !== null) return { kind: 'refused', message: refusal };
  if (subscription.status === 'trialing') {
    return { kind: 'now', endsTrial: feature.trial_update_behavior === 'end_trial' };
  }
  return isPutOff(feature, { price: item.price, quantity }, wish)
    ? { kind: 'at-period-end' }
    : { kind: 'now', endsTrial: false };
}

function priceRefusal(before: Price, feature: UpdateFeature, price: Price): string | null {
  const isOffered =
    feature.default_allowed_updates.includes('price') &&
    price.active &&
    price.currency === before.currency &&
    feature.products?.some(({ prices }) => prices.includes(price.id));
  return isOffered ? null : 'This plan is not offered.';
}

function quantityRefusal(feature: UpdateFeature, { price, quantity }: Wish): string | null {
  const bounds = quantityBounds(feature, price.product);
  if (!bounds) return 'The quantity of this plan cannot be changed.';
  if (!Number.isInteger(quantity) || quantity < Math.max(1, bounds.minimum)) {
    return `The quantity must be at least ${Math.max(1, bounds.minimum)}.`;
  }
  return bounds.maximum !== null && quantity > bounds.maximum
    ? `The quantity must be at most ${bounds.maximum}.`
    : null;
}

/** What the account lets happen only when the paid period is over. */
function isPutOff(feature: UpdateFeature, before: Wish, after: Wish): boolean {
  return feature.schedule_at_period_end.conditions.some(({ type }) =>
    type === 'shortening_interval'
      ? lengthOf(after.price) < lengthOf(before.price)
      : amountOf(after) < amountOf(before),
  );
}

const DAYS = { day: 1, week: 7, month: 30.4, year: 365 };

function lengthOf(price: Price): number {
  const { interval, interval_count: count } = intervalOf(price);
  return DAYS[interval] * count;
}

function amountOf({ price, quantity }: Wish): number {
  return (price.unit_amount ?? 0) * quantity;
}
