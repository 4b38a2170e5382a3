/** /v1/events: everything that happened in the last thirty days. */
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { invalidParameter, noSuch } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import { boolean, list, range, text } from '../http/rules.js';
import type { StripeEvent } from '../stripe-objects.js';
import { DAY } from '../world/settings.js';
import type { World } from '../world/world.js';

const KEPT = 30 * DAY;

/** Drops the events nobody can ask for any more, except those still on their way to somebody. */
export function forgetOldEvents(world: World): void {
  const oldest = world.now() - KEPT;
  const [first] = world.shelves.events.all();
  if (!first || first.created >= oldest) return;
  const pending = new Set(
    world.shelves.deliveries.where(({ state }) => state === 'pending').map(({ event }) => event),
  );
  const old = world.shelves.events.where(({ id, created }) => created < oldest && !pending.has(id));
  for (const { id } of old) world.shelves.events.remove(id);
}

export function existingEvent(world: World, id: string): StripeEvent {
  const event = world.shelves.events.get(id);
  if (!event || event.created < world.now() - KEPT) throw noSuch('event', id);
  return event;
}

/** `customer.*` stands for every type that begins so. */
function isOfType(event: StripeEvent, wanted: string): boolean {
  return wanted.endsWith('*') ? event.type.startsWith(wanted.slice(0, -1)) : event.type === wanted;
}

export const events: Endpoint[] = [
  endpoint('GET', '/v1/events/:id', {}, ({ world, id }) => existingEvent(world, id)),

  endpoint(
    'GET',
    '/v1/events',
    {
      ...PAGE,
      created: range(),
      delivery_success: boolean(),
      type: text(),
      types: list(text(), { max: 20 }),
    },
    ({ world, params }) => {
      const { type, types, delivery_success: delivered } = params;
      if (type !== undefined && types !== undefined) {
        throw invalidParameter(
          'You may only specify one of these parameters: type, types.',
          'type',
          'parameters_exclusive',
        );
      }
      const wanted = types ?? (type === undefined ? ['*'] : [type]);
      const oldest = world.now() - KEPT;
      const found = world.shelves.events
        .newestFirst()
        .filter(
          (event) =>
            event.created >= oldest &&
            inRange(event.created, params.created) &&
            wanted.some((each) => isOfType(event, each)) &&
            (delivered === undefined || delivered === (event.pending_webhooks === 0)),
        );
      return page(found, params, '/v1/events');
    },
  ),
];
