// /v1/billing_portal/sessions: a member's way into the portal page.
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { invalidParameter, noSuch } from '../http/errors.js';
import { clearable, hash, list, oneOf, required, text, type Params } from '../http/rules.js';
import type { PortalSession } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { existingCustomer } from './customers.js';
import { defaultConfiguration, existingConfiguration } from './portal-configurations.js';

const FLOW = {
  after_completion: hash({
    hosted_confirmation: hash({ custom_message: text({ max: 500 }) }),
    redirect: hash({ return_url: required(text()) }),
    type: required(oneOf('hosted_confirmation', 'portal_homepage', 'redirect')),
  }),
  subscription_cancel: hash({ subscription: required(text()) }),
  type: required(oneOf('payment_method_update', 'subscription_cancel')),
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

function flowFrom(
  world: World,
  customer: string,
  params: Params<typeof FLOW> | undefined,
): PortalSession['flow'] {
  if (!params) return null;
  const at = 'flow_data[subscription_cancel][subscription]';
  const subscription = params.subscription_cancel?.subscription;
  if (params.type === 'subscription_cancel') {
    if (subscription === undefined) {
      throw invalidParameter(`Missing required param: ${at}.`, at, 'parameter_missing');
    }
    if (world.shelves.subscriptions.get(subscription)?.customer !== customer) {
      throw noSuch('subscription', subscription, at);
    }
  }
  const completion = params.after_completion;
  return {
    after_completion: {
      hosted_confirmation: completion?.hosted_confirmation
        ? { custom_message: completion.hosted_confirmation.custom_message ?? null }
        : null,
      redirect: completion?.redirect ?? null,
      type: completion?.type ?? 'portal_homepage',
    },
    customer_update: null,
    subscription_cancel: subscription === undefined ? null : { retention: null, subscription },
    subscription_pause: null,
    subscription_update: null,
    subscription_update_confirm: null,
    type: params.type,
  };
}

export const portalSessions: Endpoint[] = [
  endpoint('POST', '/v1/billing_portal/sessions', CREATE, ({ world, params, baseUrl }) => {
    const customer = existingCustomer(world, params.customer, 'customer');
    const configuration =
      params.configuration === undefined
        ? defaultConfiguration(world)
        : existingConfiguration(world, params.configuration, 'configuration');
    const token = world.ids.next('portalToken');
    const session: PortalSession = {
      id: world.ids.next('portalSession'),
      object: 'billing_portal.session',
      configuration: configuration.id,
      created: world.now(),
      customer: customer.id,
      customer_account: null,
      flow: flowFrom(world, customer.id, params.flow_data),
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
