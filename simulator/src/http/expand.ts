/** Puts whole objects in the place of ids where a caller asked for it with `expand`. */
import { latestChargeRefunds } from '../resources/refunds.js';
import { confirmationSecretOf, paymentsOf } from '../resources/invoice-payments.js';
import { lineItemsOf } from '../resources/checkout-sessions.js';
import { liveSubscriptionsOf } from '../resources/subscriptions.js';
import type { World } from '../world/world.js';
import { invalidParameter } from './errors.js';

type Fields = Record<string, unknown>;

const MAX_LEVELS = 4;

/** Parts an object has but shows only on request, by the kind of object. */
const HIDDEN_PARTS: Record<string, (world: World, id: string) => object | null> = {
  'checkout.session line_items': lineItemsOf,
  'invoice payments': paymentsOf,
  'invoice confirmation_secret': confirmationSecretOf,
  'charge refunds': latestChargeRefunds,
  'customer subscriptions': liveSubscriptionsOf,
};

/** Parts that may be asked for of an object that has none. */
const PARTS_OF_SOME = new Set(['applies_to', 'currency_options']);

/** A copy of `answer` with every path in `paths` expanded. */
export function expand(world: World, answer: object, paths: readonly string[]): object {
  return paths.reduce<object>((result, path) => {
    const steps = path.split('.');
    if (steps.filter((step) => step !== 'data').length > MAX_LEVELS) {
      throw invalidParameter(
        `You cannot expand more than ${MAX_LEVELS} levels of a property (${path}).`,
        'expand',
      );
    }
    return expandHash(world, { ...result }, steps, path);
  }, answer);
}

function expandHash(world: World, hash: Fields, steps: readonly string[], path: string): Fields {
  const [step = '', ...rest] = steps;
  const value = hash[step] ?? hiddenPart(world, hash, step) ?? hash[step];
  if (value === undefined && !Object.hasOwn(hash, step)) {
    if (PARTS_OF_SOME.has(step)) return hash;
    throw notExpandable(path);
  }
  return { ...hash, [step]: expandValue(world, value, rest, path) };
}

function expandValue(world: World, value: unknown, rest: readonly string[], path: string): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((part) => expandValue(world, part, rest, path));
  const target = typeof value === 'string' ? objectById(world, value) : value;
  if (typeof target !== 'object' || target === null) throw notExpandable(path);
  return rest.length === 0 ? target : expandHash(world, { ...target }, rest, path);
}

function hiddenPart(world: World, hash: Fields, step: string): object | null | undefined {
  const { object, id } = hash;
  if (typeof object !== 'string' || typeof id !== 'string') return undefined;
  return HIDDEN_PARTS[`${object} ${step}`]?.(world, id);
}

/** Which shelf an id belongs to is told by its prefix. */
function objectById(world: World, id: string): object | undefined {
  const { shelves } = world;
  const byPrefix = {
    cus: shelves.customers,
    prod: shelves.products,
    promo: shelves.promotionCodes,
    di: shelves.discounts,
    price: shelves.prices,
    cs: shelves.checkoutSessions,
    sub: id.startsWith('sub_sched_') ? shelves.subscriptionSchedules : shelves.subscriptions,
    in: shelves.invoices,
    pm: shelves.paymentMethods,
    seti: shelves.setupIntents,
    pi: shelves.paymentIntents,
    ch: shelves.charges,
    re: shelves.refunds,
    du: shelves.disputes,
    bpc: shelves.portalConfigurations,
  };
  const prefix = id.slice(0, id.indexOf('_'));
  const shelf = Object.entries(byPrefix).find(([name]) => name === prefix)?.[1];
  // A product or a coupon may have been given an id of the caller's own.
  return (
    shelf?.get(id) ??
    shelves.products.get(id) ??
    shelves.coupons.get(id) ??
    shelves.retiredCoupons.get(id)
  );
}

function notExpandable(path: string) {
  return invalidParameter(
    `This property cannot be expanded (${path}). You may want to try expanding a different property.`,
    'expand',
  );
}
