/** /v1/tax_rates: rates an account keeps by hand. They are kept and shown; nothing here is taxed by them. */
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  clearable,
  metadata,
  oneOf,
  percentage,
  range,
  required,
  text,
} from '../http/rules.js';
import type { TaxRate } from '../stripe-objects.js';
import type { World } from '../world/world.js';

const DETAILS = {
  active: boolean(),
  country: text({ max: 2 }),
  description: clearable(text()),
  display_name: text({ max: 50 }),
  jurisdiction: clearable(text({ max: 50 })),
  metadata: metadata(),
  state: text(),
  tax_type: oneOf('gst', 'hst', 'jct', 'pst', 'qst', 'rst', 'sales_tax', 'service_tax', 'vat'),
};

const CREATE = {
  ...DETAILS,
  display_name: required(text({ max: 50 })),
  inclusive: required(boolean()),
  percentage: required(percentage()),
};

function existing(world: World, id: string): TaxRate {
  const rate = world.shelves.taxRates.get(id);
  if (!rate) throw noSuch('tax rate', id);
  return rate;
}

export const taxRates: Endpoint[] = [
  endpoint('POST', '/v1/tax_rates', CREATE, ({ world, params }) => {
    const rate: TaxRate = {
      id: world.ids.next('taxRate'),
      object: 'tax_rate',
      active: params.active ?? true,
      country: params.country ?? null,
      created: world.now(),
      description: params.description ?? null,
      display_name: params.display_name,
      effective_percentage: params.percentage,
      flat_amount: null,
      inclusive: params.inclusive,
      jurisdiction: params.jurisdiction ?? null,
      jurisdiction_level: null,
      livemode: false,
      metadata: changedMetadata({}, params.metadata),
      percentage: params.percentage,
      rate_type: 'percentage',
      state: params.state ?? null,
      tax_type: params.tax_type ?? null,
    };
    return world.create(world.shelves.taxRates, rate, 'tax_rate.created');
  }),

  endpoint('GET', '/v1/tax_rates/:id', {}, ({ world, id }) => existing(world, id)),

  endpoint('POST', '/v1/tax_rates/:id', DETAILS, ({ world, id, params }) => {
    const rate = existing(world, id);
    const meta = changedMetadata(rate.metadata ?? {}, params.metadata);
    return world.update(
      world.shelves.taxRates,
      rate,
      { ...params, metadata: meta },
      'tax_rate.updated',
    );
  }),

  endpoint(
    'GET',
    '/v1/tax_rates',
    { ...PAGE, active: boolean(), created: range(), inclusive: boolean() },
    ({ world, params }) => {
      const found = world.shelves.taxRates
        .newestFirst()
        .filter(
          (rate) =>
            inRange(rate.created, params.created) &&
            (params.active ?? rate.active) === rate.active &&
            (params.inclusive ?? rate.inclusive) === rate.inclusive,
        );
      return page(found, params, '/v1/tax_rates');
    },
  ),
];
