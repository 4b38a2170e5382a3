/** What goes over the wire for an event: as it is, or in one of the shapes a receiver must not be fooled by. */
import type { Invoice, StripeEvent, Subscription } from '../stripe-objects.js';
import type { Guise } from '../world/private-records.js';
import type { World } from '../world/world.js';

const OLD_VERSION = '2020-08-27';

export function bodyOf(world: World, event: StripeEvent, guise: Guise | null): string {
  return JSON.stringify(guised(world, event, guise), null, 2);
}

function guised(world: World, event: StripeEvent, guise: Guise | null): object {
  switch (guise) {
    case null:
      return event;
    case 'foreign-mode':
      return {
        ...event,
        livemode: true,
        data: { ...event.data, object: { ...event.data.object, livemode: true } },
      };
    case 'old-version':
      return {
        ...event,
        api_version: OLD_VERSION,
        data: { ...event.data, object: oldShape(world, event.data.object) },
      };
    case 'thin':
      return thin(event);
  }
}

function oldShape(world: World, object: object): object {
  if (isA<Subscription>(object, 'subscription')) return oldSubscription(object);
  return isA<Invoice>(object, 'invoice') ? oldInvoice(world, object) : object;
}

function isA<T extends { object: string }>(value: object, kind: T['object']): value is T {
  return 'object' in value && value.object === kind;
}

/** The period stood on the subscription, which had one plan. */
function oldSubscription({ billing_mode: _mode, discounts: _discounts, ...rest }: Subscription) {
  const [first] = rest.items.data;
  const data = rest.items.data.map(
    ({ current_period_start: _start, current_period_end: _end, ...item }) => item,
  );
  return {
    ...rest,
    current_period_start: first?.current_period_start,
    current_period_end: first?.current_period_end,
    discount: null,
    items: { ...rest.items, data },
    plan: first?.plan,
    quantity: first?.quantity,
  };
}

/** An invoice named its subscription, its payment and its charge itself. */
function oldInvoice(world: World, { parent, ...rest }: Invoice) {
  const { invoicePayments, paymentIntents } = world.shelves;
  const [payment] = invoicePayments.where(({ invoice }) => invoice === rest.id);
  const intent = paymentIntents.get(payment?.payment.payment_intent ?? '');
  return {
    ...rest,
    charge: intent?.latest_charge ?? null,
    paid: rest.status === 'paid',
    payment_intent: intent?.id ?? null,
    subscription: parent?.subscription_details?.subscription ?? null,
  };
}

/** A notification of API v2: it names what changed and carries none of it. */
function thin(event: StripeEvent): object {
  const { object } = event.data;
  const id = 'id' in object ? String(object.id) : '';
  const type = 'object' in object ? String(object.object) : '';
  return {
    id: event.id,
    object: 'v2.core.event',
    type: `v1.${event.type}`,
    livemode: false,
    created: new Date(event.created * 1000).toISOString(),
    context: null,
    reason: event.request.id === null ? null : { type: 'request', request: { ...event.request } },
    related_object: { id, type, url: `/v1/${type.replaceAll('.', '/')}s/${id}` },
  };
}
