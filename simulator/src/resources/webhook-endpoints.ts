/** /v1/webhook_endpoints: addresses that want to be told about events. */
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { invalidParameter, noSuch } from '../http/errors.js';
import { PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  clearable,
  list,
  metadata,
  required,
  text,
} from '../http/rules.js';
import type { WebhookEndpoint } from '../stripe-objects.js';
import type { World } from '../world/world.js';

function existing(world: World, id: string): WebhookEndpoint {
  const found = world.shelves.webhookEndpoints.get(id);
  if (!found) throw noSuch('webhook endpoint', id);
  return found;
}

function requireAddress(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw invalidParameter(
      'Invalid URL: An explicit scheme (such as https) must be provided.',
      'url',
      'url_invalid',
    );
  }
  return url;
}

function requireEventNames(names: readonly string[]): string[] {
  if (names.length === 0) {
    throw invalidParameter('Invalid array: must not be empty', 'enabled_events');
  }
  const wrong = names.findIndex(
    (name) => name !== '*' && !/^[a-z0-9_]+(\.[a-z0-9_]+)+$/.test(name),
  );
  if (wrong >= 0) {
    throw invalidParameter(
      `Invalid enabled_events[${wrong}]: ${names[wrong]} is not an event type`,
      `enabled_events[${wrong}]`,
    );
  }
  return [...names];
}

export const webhookEndpoints: Endpoint[] = [
  endpoint(
    'POST',
    '/v1/webhook_endpoints',
    {
      api_version: text(),
      connect: boolean(),
      description: clearable(text()),
      enabled_events: required(list(text())),
      metadata: metadata(),
      url: required(text()),
    },
    ({ world, params }) => {
      const created: WebhookEndpoint = {
        id: world.ids.next('webhookEndpoint'),
        object: 'webhook_endpoint',
        api_version: params.api_version ?? null,
        application: null,
        created: world.now(),
        description: params.description ?? null,
        enabled_events: requireEventNames(params.enabled_events),
        livemode: false,
        metadata: changedMetadata({}, params.metadata),
        status: 'enabled',
        url: requireAddress(params.url),
      };
      const secret = world.ids.next('webhookSecret');
      world.shelves.endpointSecrets.put({ id: created.id, secrets: [secret] });
      world.shelves.webhookEndpoints.put(created);
      // The only answer that ever shows the secret.
      return { ...created, secret };
    },
  ),

  endpoint('GET', '/v1/webhook_endpoints/:id', {}, ({ world, id }) => existing(world, id)),

  endpoint('GET', '/v1/webhook_endpoints', PAGE, ({ world, params }) =>
    page(world.shelves.webhookEndpoints.newestFirst(), params, '/v1/webhook_endpoints'),
  ),

  endpoint(
    'POST',
    '/v1/webhook_endpoints/:id',
    {
      description: clearable(text()),
      disabled: boolean(),
      enabled_events: list(text()),
      metadata: metadata(),
      url: text(),
    },
    ({ world, id, params }) => {
      const before = existing(world, id);
      const { disabled, enabled_events: names, url } = params;
      return world.update(world.shelves.webhookEndpoints, before, {
        description: params.description === undefined ? before.description : params.description,
        enabled_events: names ? requireEventNames(names) : before.enabled_events,
        metadata: changedMetadata(before.metadata, params.metadata),
        status: disabled === undefined ? before.status : disabled ? 'disabled' : 'enabled',
        url: url === undefined ? before.url : requireAddress(url),
      });
    },
  ),

  endpoint('DELETE', '/v1/webhook_endpoints/:id', {}, ({ world, id }) => {
    existing(world, id);
    world.shelves.webhookEndpoints.remove(id);
    world.shelves.endpointSecrets.remove(id);
    return { id, object: 'webhook_endpoint', deleted: true };
  }),
];
