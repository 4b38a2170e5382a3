/** /v1/customers: the people and organisations that pay. */
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch, refused } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  clearable,
  hash,
  integer,
  list,
  metadata,
  oneOf,
  range,
  text,
  type Params,
} from '../http/rules.js';
import type { Customer, DeletedCustomer } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { deleteCustomer } from '../billing/customer-deletion.js';
import { attachCard } from '../billing/paying.js';
import { saveSource } from '../billing/sources.js';
import { clockForOneMore } from './clock-binding.js';
import { cardOfToken, paymentMethodNamed } from './named-cards.js';
import { ADDRESS, addressFrom, CUSTOM_FIELDS, SHIPPING } from './parameters.js';

const COMMON = {
  address: clearable(hash(ADDRESS)),
  balance: integer(),
  description: clearable(text()),
  email: clearable(text({ max: 512 })),
  invoice_prefix: text({ max: 12 }),
  invoice_settings: hash({
    custom_fields: clearable(CUSTOM_FIELDS),
    default_payment_method: clearable(text()),
    footer: clearable(text()),
  }),
  metadata: metadata(),
  name: clearable(text({ max: 256 })),
  next_invoice_sequence: integer({ min: 1 }),
  phone: clearable(text()),
  preferred_locales: list(text()),
  shipping: clearable(hash(SHIPPING)),
  tax: hash({ ip_address: clearable(text()), validate_location: oneOf('deferred', 'immediately') }),
  tax_exempt: clearable(oneOf('exempt', 'none', 'reverse')),
  validate: boolean(),
};

const CREATE = { ...COMMON, payment_method: text(), source: text(), test_clock: text() };

type Changes = Params<typeof COMMON>;

export function newCustomer(world: World, params: Changes): Customer {
  const blank: Customer = {
    id: world.ids.next('customer'),
    object: 'customer',
    address: null,
    balance: 0,
    created: world.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: world.ids.next('customer').slice(4, 12).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
  return { ...blank, ...changesOf(world, blank, params) };
}

function changesOf(world: World, customer: Customer, params: Changes): Partial<Customer> {
  const { address, shipping, invoice_settings: settings, metadata: meta } = params;
  const { tax: _tax, validate: _validate, ...plain } = params;
  const paymentMethod = settings?.default_payment_method;
  if (paymentMethod) requireOwnCard(world, customer.id, paymentMethod);
  return {
    ...plain,
    tax_exempt: params.tax_exempt ?? customer.tax_exempt,
    address: address === undefined ? customer.address : address && addressFrom(address),
    shipping:
      shipping === undefined
        ? customer.shipping
        : shipping && { ...shipping, address: addressFrom(shipping.address ?? {}) },
    invoice_settings: {
      ...customer.invoice_settings,
      ...settings,
      custom_fields:
        settings?.custom_fields === undefined
          ? customer.invoice_settings.custom_fields
          : (settings.custom_fields?.map(({ name = '', value = '' }) => ({ name, value })) ?? null),
    },
    metadata: changedMetadata(customer.metadata, meta),
  };
}

function requireOwnCard(world: World, customer: string, id: string): void {
  const paymentMethod = world.shelves.paymentMethods.get(id);
  if (!paymentMethod) throw noSuch('PaymentMethod', id, 'invoice_settings[default_payment_method]');
  if (paymentMethod.customer !== customer) {
    throw refused(
      'The customer does not have a payment method with the ID ' +
        `${id}. The payment method must be attached to the customer.`,
      { param: 'invoice_settings[default_payment_method]', code: 'resource_missing' },
    );
  }
}

/** A customer who can still be worked with; a deleted one is as good as missing. */
export function existingCustomer(world: World, id: string, param = 'id'): Customer {
  const customer = world.shelves.customers.get(id);
  if (!customer || customer.deleted) throw noSuch('customer', id, param);
  return customer;
}

/** A card that is given with the customer becomes theirs once they exist. */
function create(world: World, params: Params<typeof CREATE>): Customer {
  const { payment_method: given, source, test_clock: clock, ...details } = params;
  const card = given === undefined ? null : paymentMethodNamed(world, given);
  const { invoice_settings: settings } = details;
  const isDefault = card !== null && settings?.default_payment_method === given;
  const blank = newCustomer(world, {
    ...details,
    invoice_settings: isDefault ? { ...settings, default_payment_method: undefined } : settings,
  });
  const customer = world.create<Customer | DeletedCustomer>(
    world.shelves.customers,
    {
      ...blank,
      test_clock: clock === undefined ? null : clockForOneMore(world, clock).id,
      invoice_settings: {
        ...blank.invoice_settings,
        default_payment_method: isDefault ? card.id : blank.invoice_settings.default_payment_method,
      },
    },
    'customer.created',
  );
  if (card) attachCard(world, card.id, customer.id);
  if (source !== undefined) {
    const typed = cardOfToken(world, source, 'source');
    saveSource(world, existingCustomer(world, customer.id), typed);
  }
  return existingCustomer(world, customer.id);
}

export const customers: Endpoint[] = [
  endpoint('POST', '/v1/customers', CREATE, ({ world, params }) => create(world, params)),

  endpoint('GET', '/v1/customers/:id', {}, ({ world, id }) => {
    const customer = world.shelves.customers.get(id);
    if (!customer) throw noSuch('customer', id);
    return customer;
  }),

  endpoint('POST', '/v1/customers/:id', COMMON, ({ world, id, params }) => {
    const customer = existingCustomer(world, id);
    const changes = changesOf(world, customer, params);
    return world.update(world.shelves.customers, customer, changes, 'customer.updated');
  }),

  endpoint('DELETE', '/v1/customers/:id', {}, ({ world, id }) =>
    deleteCustomer(world, existingCustomer(world, id)),
  ),

  endpoint(
    'GET',
    '/v1/customers',
    { ...PAGE, created: range(), email: text() },
    ({ world, params }) => {
      const found = world.shelves.customers
        .newestFirst()
        .filter((customer): customer is Customer => !customer.deleted)
        .filter(
          ({ created, email }) =>
            inRange(created, params.created) && (params.email ?? email) === email,
        );
      return page(found, params, '/v1/customers');
    },
  ),

  endpoint(
    'GET',
    '/v1/customers/:id/payment_methods',
    { ...PAGE, type: text(), allow_redisplay: oneOf('always', 'limited', 'unspecified') },
    ({ world, id, params }) => {
      existingCustomer(world, id);
      const found = world.shelves.paymentMethods
        .newestFirst()
        .filter(({ customer, type }) => customer === id && (params.type ?? type) === type);
      return page(found, params, `/v1/customers/${id}/payment_methods`);
    },
  ),
];
