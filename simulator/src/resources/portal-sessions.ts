/** /v1/billing_portal/sessions: a member's way into the portal page. */
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { invalidParameter, noSuch, refused } from '../http/errors.js';
import {
  clearable,
  hash,
  integer,
  list,
  oneOf,
  required,
  text,
  type Params,
} from '../http/rules.js';
import type { PortalConfiguration, PortalSession, Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { existingCustomer } from './customers.js';
import { existingPrice } from './prices.js';
import { defaultConfiguration, existingConfiguration } from './portal-configurations.js';

const FLOW = {
  after_completion: hash({
    hosted_confirmation: hash({ custom_message: text({ max: 500 }) }),
    redirect: hash({ return_url: required(text()) }),
    type: required(oneOf('hosted_confirmation', 'portal_homepage', 'redirect')),
  }),
  subscription_cancel: hash({ subscription: required(text()) }),
  subscription_update: hash({ subscription: required(text()) }),
  subscription_update_confirm: hash({
    items: required(
      list(hash({ id: required(text()), price: text(), quantity: integer({ min: 0 }) }), {
        max: 1,
      }),
    ),
    subscription: required(text()),
  }),
  type: required(
    oneOf(
      'payment_method_update',
      'subscription_cancel',
      'subscription_update',
      'subscription_update_confirm',
    ),
  ),
};

const CREATE = {
  configuration: text(),
  customer: required(text()),
  flow_data: hash(FLOW),
  locale: text(),
  on_behalf_of: text(),
  payment_method_types: clearable(list(text())),
  return_url: text(),
};

type FlowParams = Params<typeof FLOW>;

/** A flow begins at a page the configuration has, and with a subscription of the customer's. */
function requireFlow(
  world: World,
  customer: string,
  { features }: PortalConfiguration,
  params: FlowParams,
): void {
  const { type } = params;
  const feature = type === 'subscription_update_confirm' ? 'subscription_update' : type;
  if (!features[feature].enabled) {
    throw refused(
      `You cannot create a portal session with the ${type} flow when ${feature} is disabled in the configuration.`,
      { param: 'flow_data[type]' },
    );
  }
  if (type === 'payment_method_update') return;
  const at = `flow_data[${type}][subscription]`;
  const id = params[type]?.subscription;
  if (id === undefined) {
    throw invalidParameter(`Missing required param: ${at}.`, at, 'parameter_missing');
  }
  const subscription = world.shelves.subscriptions.get(id);
  if (!subscription || subscription.customer !== customer) throw noSuch('subscription', id, at);
  if (type === 'subscription_update_confirm') requireItem(world, subscription, params);
}

function requireItem(world: World, { items }: Subscription, params: FlowParams): void {
  const [item] = params.subscription_update_confirm?.items ?? [];
  const at = 'flow_data[subscription_update_confirm][items]';
  if (!item) throw invalidParameter(`Missing required param: ${at}.`, at, 'parameter_missing');
  if (!items.data.some(({ id }) => id === item.id)) {
    throw noSuch('subscription item', item.id, `${at}[0][id]`);
  }
  if (item.price !== undefined) existingPrice(world, item.price, `${at}[0][price]`);
}

function flowFrom(params: FlowParams): PortalSession['flow'] {
  const { after_completion: completion, type } = params;
  const confirm = params.subscription_update_confirm;
  return {
    after_completion: {
      hosted_confirmation: completion?.hosted_confirmation
        ? { custom_message: completion.hosted_confirmation.custom_message ?? null }
        : null,
      redirect: completion?.redirect ?? null,
      type: completion?.type ?? 'portal_homepage',
    },
    customer_update: null,
    subscription_cancel: params.subscription_cancel
      ? { ...params.subscription_cancel, retention: null }
      : null,
    subscription_pause: null,
    subscription_update: params.subscription_update ?? null,
    subscription_update_confirm: confirm
      ? {
          discounts: null,
          items: confirm.items.map(({ price = null, ...item }) => ({ ...item, price })),
          subscription: confirm.subscription,
        }
      : null,
    type,
  };
}

export const portalSessions: Endpoint[] = [
  endpoint('POST', '/v1/billing_portal/sessions', CREATE, ({ world, params, baseUrl }) => {
    const customer = existingCustomer(world, params.customer, 'customer');
    const configuration =
      params.configuration === undefined
        ? defaultConfiguration(world)
        : existingConfiguration(world, params.configuration, 'configuration');
    if (!configuration.active) {
      throw invalidParameter(
        `The configuration ${configuration.id} is not active, so no session can be created with it.`,
        'configuration',
      );
    }
    if (params.flow_data) requireFlow(world, customer.id, configuration, params.flow_data);
    const token = world.ids.next('portalToken');
    const session: PortalSession = {
      id: world.ids.next('portalSession'),
      object: 'billing_portal.session',
      configuration: configuration.id,
      created: world.now(),
      customer: customer.id,
      customer_account: null,
      flow: params.flow_data ? flowFrom(params.flow_data) : null,
      livemode: false,
      locale: null,
      on_behalf_of: null,
      return_url: params.return_url ?? configuration.default_return_url,
      url: `${baseUrl}/p/session/${token}`,
    };
    world.shelves.portalTokens.put({ id: token, session: session.id });
    return world.create(world.shelves.portalSessions, session, 'billing_portal.session.created');
  }),
];
