/** What a Checkout page can sell, what does not go together, and what the simulator has no page for. */
import { invalidParameter, refused } from '../http/errors.js';
import type { Customer, LineItem } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import type { SessionParams } from './session-parameters.js';

export const missing = (name: string) =>
  invalidParameter(`Missing required param: ${name}.`, name, 'parameter_missing');

const exclusive = (one: string, other: string) =>
  invalidParameter(
    `You may only specify one of these parameters: ${one}, ${other}.`,
    one,
    'parameters_exclusive',
  );

export function requireSellable(params: SessionParams): void {
  if (params.mode === 'setup') {
    throw refused('The simulator opens Checkout in mode subscription or payment, not setup.', {
      param: 'mode',
    });
  }
  if (params.ui_mode !== undefined && params.ui_mode !== 'hosted_page') {
    throw refused('The simulator has only the hosted page.', { param: 'ui_mode' });
  }
  if (params.success_url === undefined) throw missing('success_url');
  if (!params.line_items?.length) throw missing('line_items');
  if (params.customer !== undefined && params.customer_email !== undefined) {
    throw exclusive('customer', 'customer_email');
  }
  if (params.customer_update && params.customer === undefined) {
    throw refused('`customer_update` can only be used with `customer`.', {
      param: 'customer_update',
    });
  }
  const { subscription_data: data, payment_intent_data: payment } = params;
  if (data && params.mode !== 'subscription') {
    throw refused('You can not pass `subscription_data` in `payment` mode.', {
      param: 'subscription_data',
    });
  }
  if (payment && params.mode !== 'payment') {
    throw refused('You can not pass `payment_intent_data` in `subscription` mode.', {
      param: 'payment_intent_data',
    });
  }
  if (params.payment_method_collection && params.mode !== 'subscription') {
    throw refused('You can only set `payment_method_collection` in `subscription` mode.', {
      param: 'payment_method_collection',
    });
  }
  if (data?.trial_end !== undefined && data.trial_period_days !== undefined) {
    throw exclusive('subscription_data[trial_end]', 'subscription_data[trial_period_days]');
  }
  requireOneOffer(params);
  requireSupported(params);
}

/** A page has its discount already, or a box for a code. */
function requireOneOffer({ discounts, allow_promotion_codes: box }: SessionParams): void {
  if (discounts !== undefined && box !== undefined) {
    throw exclusive('allow_promotion_codes', 'discounts');
  }
  if ((discounts?.length ?? 0) > 1) {
    throw refused('Only one discount can be applied to a Checkout Session.', {
      param: 'discounts',
    });
  }
}

/** What the page has no place for is refused rather than left out. */
function requireSupported(params: SessionParams): void {
  const saved = params.saved_payment_method_options;
  const refusals: [boolean, string, string][] = [
    [params.tax_id_collection?.enabled === true, 'tax_id_collection', 'does not ask for tax ids'],
    [
      saved?.payment_method_save === 'enabled' ||
        saved?.payment_method_remove === 'enabled' ||
        saved?.allow_redisplay_filters?.some((filter) => filter !== 'always') === true,
      'saved_payment_method_options',
      'shows no saved cards',
    ],
    [
      params.consent_collection?.promotions === 'auto',
      'consent_collection[promotions]',
      'does not ask for consent to promotions',
    ],
    [
      params.customer_update?.shipping === 'auto',
      'customer_update[shipping]',
      'does not ask for a shipping address',
    ],
  ];
  const found = refusals.find(([isAsked]) => isAsked);
  if (found) throw refused(`The simulator's page ${found[2]}.`, { param: found[1] });
}

/** Tax is reckoned by an address, and added to prices that do not contain it. */
export function requireTaxable(
  world: World,
  params: SessionParams,
  items: readonly LineItem[],
  customer: Customer | null,
): void {
  if (!params.automatic_tax?.enabled) return;
  if (customer && !customer.address?.country && params.customer_update?.address !== 'auto') {
    throw refused(
      "Automatic tax calculation in Checkout requires a valid address on the Customer. Add a valid address to the Customer or set `customer_update[address]` to 'auto' to save the address entered in Checkout to the Customer.",
      { code: 'customer_tax_location_invalid' },
    );
  }
  const rates = Object.values(world.settings.taxBasisPoints).some((rate) => rate > 0);
  if (rates && items.some(({ price }) => price?.tax_behavior === 'inclusive')) {
    throw refused('The simulator adds tax to prices; it does not take it out of them.', {
      param: 'line_items',
    });
  }
}

export function requireRecurring(params: SessionParams, items: readonly LineItem[]): void {
  const recurring = items.filter((item) => item.price?.recurring);
  if (params.mode === 'payment' && recurring.length > 0) {
    throw refused(
      'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
      { param: 'line_items' },
    );
  }
  if (params.mode === 'subscription' && recurring.length === 0) {
    throw refused(
      'You must provide at least one recurring price in `subscription` mode when using prices.',
      { param: 'line_items' },
    );
  }
  if (params.mode === 'subscription' && recurring.length < items.length) {
    throw refused('The simulator does not mix recurring and one-time prices in one subscription.', {
      param: 'line_items',
    });
  }
  const intervals = new Set(
    recurring.map(
      ({ price }) => `${price?.recurring?.interval_count} ${price?.recurring?.interval}`,
    ),
  );
  if (intervals.size > 1) {
    throw refused('All recurring prices in one session must have the same interval.', {
      param: 'line_items',
    });
  }
}
