/** POST /v1/events/:id/retry: sends one event again, as the command line tool's `events resend` does. */
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { text } from '../http/rules.js';
import type { Deliveries } from '../webhooks/deliveries.js';
import { existingEvent } from './events.js';

export function eventRetry(deliveries: Deliveries): Endpoint[] {
  return [
    endpoint(
      'POST',
      '/v1/events/:id/retry',
      { account: text(), webhook_endpoint: text() },
      ({ world, id, params }) => {
        const event = existingEvent(world, id);
        deliveries.resend(event, params.webhook_endpoint);
        return event;
      },
    ),
  ];
}
