/** Who is told about events: the receivers given at the start, and the endpoints made through the API. */
import type { World } from '../world/world.js';
import type { ConfiguredReceiver } from './configured-receivers.js';

export interface Receiver {
  id: string;
  url: string;
  secrets: readonly string[];
  wants(type: string): boolean;
}

export function receiversOf(world: World, configured: readonly ConfiguredReceiver[]): Receiver[] {
  const given = configured.map(({ url, secrets, events }, index): Receiver => ({
    id: `configured_${index}`,
    url,
    secrets,
    wants: (type) => events?.includes(type) ?? true,
  }));
  const made = world.shelves.webhookEndpoints
    .where((endpoint) => endpoint.status === 'enabled')
    .map((endpoint): Receiver => ({
      id: endpoint.id,
      url: endpoint.url,
      secrets: world.shelves.endpointSecrets.get(endpoint.id)?.secrets ?? [],
      wants: (type) => endpoint.enabled_events.some((wanted) => wanted === '*' || wanted === type),
    }));
  return [...given, ...made];
}
