/** /v1/setup_intents: how a card was saved without being charged. */
import { newSetupIntent } from '../billing/payment-objects.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch, refused } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  clearable,
  hash,
  list,
  metadata,
  oneOf,
  range,
  required,
  text,
  type Params,
} from '../http/rules.js';
import type { SetupIntent } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { confirmSetupIntent } from './confirming.js';
import { existingCustomer } from './customers.js';
import { usablePaymentMethod } from './named-cards.js';

const UPDATE = {
  customer: text(),
  description: clearable(text({ max: 1000 })),
  metadata: metadata(),
  payment_method: text(),
  payment_method_types: list(oneOf('card')),
};

const CREATE = {
  ...UPDATE,
  automatic_payment_methods: hash({
    allow_redirects: oneOf('always', 'never'),
    enabled: required(boolean()),
  }),
  confirm: boolean(),
  return_url: text(),
  usage: oneOf('off_session', 'on_session'),
};

const UNFINISHED: readonly string[] = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
];

function unfinished(world: World, id: string, verb: string): SetupIntent {
  const intent = existing(world, id);
  if (UNFINISHED.includes(intent.status)) return intent;
  throw refused(
    `You cannot ${verb} this SetupIntent because it has a status of ${intent.status}.`,
    { code: 'setup_intent_unexpected_state' },
  );
}

function existing(world: World, id: string): SetupIntent {
  const intent = world.shelves.setupIntents.get(id);
  if (!intent) throw noSuch('setupintent', id);
  return intent;
}

function changesOf(
  world: World,
  intent: SetupIntent,
  params: Params<typeof UPDATE>,
): Partial<SetupIntent> {
  const { customer, payment_method: card, metadata: meta, ...plain } = params;
  const owner =
    customer === undefined ? intent.customer : existingCustomer(world, customer, 'customer').id;
  return {
    ...plain,
    customer: owner,
    metadata: changedMetadata(intent.metadata ?? {}, meta),
    ...(card === undefined
      ? {}
      : {
          payment_method: usablePaymentMethod(world, card, owner).id,
          status: 'requires_confirmation' as const,
        }),
  };
}

function confirm(world: World, intent: SetupIntent, returnUrl: string | undefined): SetupIntent {
  if (intent.payment_method === null) {
    throw refused(
      'You cannot confirm this SetupIntent because it is missing a payment method. Specify a payment method.',
      { code: 'setup_intent_unexpected_state', param: 'payment_method' },
    );
  }
  return confirmSetupIntent(world, intent, returnUrl ?? null);
}

export const setupIntents: Endpoint[] = [
  endpoint('POST', '/v1/setup_intents', CREATE, ({ world, params }) => {
    const {
      automatic_payment_methods: automatic,
      confirm: atOnce,
      return_url: returnUrl,
      usage,
      ...details
    } = params;
    const blank = newSetupIntent({
      id: world.ids.next('setupIntent'),
      secret: world.ids.next('secret'),
      now: world.clock.accountNow(),
      customer: null,
      paymentMethod: null,
    });
    const intent = world.create(
      world.shelves.setupIntents,
      {
        ...blank,
        ...changesOf(world, blank, details),
        ...(automatic ? { automatic_payment_methods: automatic } : {}),
        usage: usage ?? 'off_session',
      },
      'setup_intent.created',
    );
    return atOnce === true ? confirm(world, intent, returnUrl) : intent;
  }),

  endpoint('GET', '/v1/setup_intents/:id', { client_secret: text() }, ({ world, id }) =>
    existing(world, id),
  ),

  endpoint('POST', '/v1/setup_intents/:id', UPDATE, ({ world, id, params }) => {
    const intent = unfinished(world, id, 'update');
    return world.update(world.shelves.setupIntents, intent, changesOf(world, intent, params));
  }),

  endpoint(
    'POST',
    '/v1/setup_intents/:id/confirm',
    { payment_method: text(), return_url: text() },
    ({ world, id, params }) => {
      const intent = unfinished(world, id, 'confirm');
      const changes = changesOf(world, intent, { payment_method: params.payment_method });
      const ready = world.update(world.shelves.setupIntents, intent, changes);
      return confirm(world, ready, params.return_url);
    },
  ),

  endpoint(
    'POST',
    '/v1/setup_intents/:id/cancel',
    { cancellation_reason: oneOf('abandoned', 'duplicate', 'requested_by_customer') },
    ({ world, id, params }) => {
      const intent = unfinished(world, id, 'cancel');
      world.shelves.authentications.remove(id);
      return world.update(
        world.shelves.setupIntents,
        intent,
        {
          status: 'canceled',
          cancellation_reason: params.cancellation_reason ?? null,
          next_action: null,
        },
        'setup_intent.canceled',
      );
    },
  ),

  endpoint(
    'GET',
    '/v1/setup_intents',
    { ...PAGE, created: range(), customer: text(), payment_method: text() },
    ({ world, params }) => {
      const found = world.shelves.setupIntents
        .newestFirst()
        .filter(
          (intent) =>
            inRange(intent.created, params.created) &&
            (params.customer ?? intent.customer) === intent.customer &&
            (params.payment_method ?? intent.payment_method) === intent.payment_method,
        );
      return page(found, params, '/v1/setup_intents');
    },
  ),
];
