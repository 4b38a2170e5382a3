/** /v1/checkout/sessions: one visit to the page on which a customer pays. */
import { CREATE_SESSION } from '../checkout/session-parameters.js';
import { expireSession } from '../checkout/expiring.js';
import { openSession } from '../checkout/opening.js';
import { isPayable } from '../checkout/payable.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch, refused } from '../http/errors.js';
import { inRange, listOf, PAGE, page } from '../http/pagination.js';
import { changedMetadata, hash, metadata, oneOf, range, required, text } from '../http/rules.js';
import type { CheckoutSession, LineItem, List } from '../stripe-objects.js';
import type { World } from '../world/world.js';

export function existingSession(world: World, id: string): CheckoutSession {
  const session = world.shelves.checkoutSessions.get(id);
  if (!session) throw noSuch('checkout.session', id);
  return session;
}

/** @throws StripeError 400 for one that nobody can pay any more */
export function payableSession(world: World, id: string): CheckoutSession {
  const session = existingSession(world, id);
  if (isPayable(world, session)) return session;
  if (session.status === 'open') throw noSuch('customer', session.customer ?? '', 'customer');
  throw refused(`This Checkout Session is ${session.status}.`);
}

/** A session shows its line items only when they are expanded. */
export function lineItemsOf(world: World, session: string): List<LineItem> {
  const items = world.shelves.checkoutPlans.get(session)?.lineItems ?? [];
  return listOf(items, false, `/v1/checkout/sessions/${session}/line_items`);
}

export const checkoutSessions: Endpoint[] = [
  endpoint('POST', '/v1/checkout/sessions', CREATE_SESSION, ({ world, params, baseUrl }) =>
    openSession(world, params, baseUrl),
  ),

  endpoint('GET', '/v1/checkout/sessions/:id', {}, ({ world, id }) => existingSession(world, id)),

  endpoint(
    'POST',
    '/v1/checkout/sessions/:id',
    { metadata: metadata() },
    ({ world, id, params }) => {
      const session = existingSession(world, id);
      const meta = changedMetadata(session.metadata ?? {}, params.metadata);
      return world.update(world.shelves.checkoutSessions, session, { metadata: meta });
    },
  ),

  endpoint('GET', '/v1/checkout/sessions/:id/line_items', PAGE, ({ world, id, params }) => {
    existingSession(world, id);
    const list = lineItemsOf(world, id);
    return page(list.data, params, list.url);
  }),

  endpoint('POST', '/v1/checkout/sessions/:id/expire', {}, ({ world, id }) => {
    const session = existingSession(world, id);
    if (session.status !== 'open') {
      throw refused(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
      );
    }
    return expireSession(world, session);
  }),

  endpoint(
    'GET',
    '/v1/checkout/sessions',
    {
      ...PAGE,
      created: range(),
      customer: text(),
      customer_details: hash({ email: required(text()) }),
      payment_intent: text(),
      status: oneOf('complete', 'expired', 'open'),
      subscription: text(),
    },
    ({ world, params }) => {
      const email = params.customer_details?.email;
      const found = world.shelves.checkoutSessions
        .newestFirst()
        .filter(
          (session) =>
            inRange(session.created, params.created) &&
            (params.customer ?? session.customer) === session.customer &&
            (email ?? session.customer_details?.email) === session.customer_details?.email &&
            (params.payment_intent ?? session.payment_intent) === session.payment_intent &&
            (params.status ?? session.status) === session.status &&
            (params.subscription ?? session.subscription) === session.subscription,
        );
      return page(found, params, '/v1/checkout/sessions');
    },
  ),
];
