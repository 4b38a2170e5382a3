/** /v1/invoiceitems: what is billed with the next invoice, or on a draft that is there already. */
import { amountProblem } from '../billing/money.js';
import { itemLines, withLines } from '../billing/drafting.js';
import { newInvoiceItem } from '../billing/invoice-item-objects.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { invalidParameter, noSuch, refused } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  hash,
  integer,
  metadata,
  range,
  required,
  text,
  timestamp,
  type Params,
} from '../http/rules.js';
import type { Invoice, InvoiceItem, Price } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { existingCustomer } from './customers.js';
import { existingPrice } from './prices.js';
import { liveSubscription } from './subscriptions.js';
import { supportedCurrency } from './parameters.js';

const COMMON = {
  amount: integer(),
  description: text(),
  discountable: boolean(),
  metadata: metadata(),
  period: hash({ end: required(timestamp()), start: required(timestamp()) }),
  pricing: hash({ price: required(text()) }),
  quantity: integer({ min: 0, max: 999_999 }),
};

const CREATE = {
  ...COMMON,
  currency: text(),
  customer: text(),
  invoice: text(),
  subscription: text(),
};

type Create = Params<typeof CREATE>;

function existingItem(world: World, id: string): InvoiceItem {
  const item = world.shelves.invoiceItems.get(id);
  if (!item) throw noSuch('invoiceitem', id);
  return item;
}

/** The draft an item is on; null while it waits for one. */
function draftOf(world: World, id: string | null, param: string): Invoice | null {
  if (id === null) return null;
  const invoice = world.shelves.invoices.get(id);
  if (!invoice) throw noSuch('invoice', id, param);
  if (invoice.status !== 'draft') {
    throw refused(`The invoice ${id} is no longer a draft; what is on it cannot be changed.`, {
      code: 'invoice_not_editable',
      param,
    });
  }
  return invoice;
}

function created(world: World, params: Create): InvoiceItem {
  const invoice = draftOf(world, params.invoice ?? null, 'invoice');
  const subscription =
    params.subscription === undefined
      ? null
      : liveSubscription(world, params.subscription, 'subscription');
  const owner = params.customer ?? invoice?.customer ?? subscription?.customer;
  if (owner === undefined) throw missing('customer');
  const customer = existingCustomer(world, owner, 'customer');
  for (const other of [invoice?.customer, subscription?.customer]) {
    if (other === undefined || other === customer.id) continue;
    throw refused(`That belongs to ${other}, not to ${customer.id}.`, { param: 'customer' });
  }
  const price = oneTimePrice(world, params);
  const named = params.currency ?? price?.currency;
  if (!named) throw missing('currency');
  const currency = supportedCurrency(named);
  const now = world.now();
  const quantity = params.quantity ?? 1;
  const item = newInvoiceItem({
    id: world.ids.next('invoiceItem'),
    now,
    customer: customer.id,
    testClock: customer.test_clock,
    currency,
    amount: amountOf(params, price, quantity, currency),
    description: params.description ?? nameOf(world, price),
    discountable: params.discountable ?? true,
    invoice: invoice?.id ?? null,
    metadata: changedMetadata({}, params.metadata),
    period: params.period ?? { start: now, end: now },
    price,
    quantity,
    subscription: subscription?.id ?? null,
  });
  world.create(world.shelves.invoiceItems, item, 'invoiceitem.created');
  if (invoice) {
    withLines(world, invoice, [...invoice.lines.data, ...itemLines(world, [item], invoice.id)]);
  }
  return item;
}

function oneTimePrice(world: World, { pricing, amount }: Create): Price | null {
  if (pricing === undefined) return null;
  if (amount !== undefined) {
    throw invalidParameter(
      'You may only specify one of these parameters: amount, pricing.',
      'amount',
      'parameters_exclusive',
    );
  }
  const price = existingPrice(world, pricing.price, 'pricing[price]');
  if (price.recurring) {
    throw refused(
      'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.',
      { param: 'pricing[price]' },
    );
  }
  return price;
}

function amountOf(params: Create, price: Price | null, quantity: number, currency: string): number {
  const amount = price ? (price.unit_amount ?? 0) * quantity : params.amount;
  if (amount === undefined) throw missing('amount');
  const problem = amountProblem(amount, currency);
  if (problem !== null) throw invalidParameter(problem, 'amount');
  return amount;
}

function nameOf(world: World, price: Price | null): string | null {
  return price === null ? null : (world.shelves.products.get(price.product)?.name ?? null);
}

const missing = (name: string) =>
  invalidParameter(`Missing required param: ${name}.`, name, 'parameter_missing');

export const invoiceItems: Endpoint[] = [
  endpoint('POST', '/v1/invoiceitems', CREATE, ({ world, params }) => created(world, params)),

  endpoint('GET', '/v1/invoiceitems/:id', {}, ({ world, id }) => existingItem(world, id)),

  endpoint(
    'GET',
    '/v1/invoiceitems',
    { ...PAGE, created: range(), customer: text(), invoice: text(), pending: boolean() },
    ({ world, params }) => {
      const found = world.shelves.invoiceItems
        .newestFirst()
        .filter(
          (item) =>
            inRange(item.date, params.created) &&
            (params.customer ?? item.customer) === item.customer &&
            (params.invoice ?? item.invoice) === item.invoice &&
            (params.pending ?? item.invoice === null) === (item.invoice === null),
        );
      return page(found, params, '/v1/invoiceitems');
    },
  ),

  endpoint(
    'POST',
    '/v1/invoiceitems/:id',
    {
      amount: integer(),
      description: text(),
      discountable: boolean(),
      metadata: metadata(),
    },
    ({ world, id, params }) => {
      const item = existingItem(world, id);
      const invoice = draftOf(world, item.invoice, 'id');
      const { metadata: meta, amount = item.amount, ...plain } = params;
      const problem = amountProblem(amount, item.currency);
      if (problem !== null) throw invalidParameter(problem, 'amount');
      // No event tells of it: the API has none for the change of an invoice item.
      const changed = world.update(world.shelves.invoiceItems, item, {
        ...plain,
        amount,
        metadata: changedMetadata(item.metadata ?? {}, meta),
      });
      if (invoice) {
        const [line] = itemLines(world, [changed], invoice.id);
        const lines = invoice.lines.data.map((each) =>
          line && isLineOf(each, item) ? { ...line, id: each.id } : each,
        );
        withLines(world, invoice, lines);
      }
      return changed;
    },
  ),

  endpoint('DELETE', '/v1/invoiceitems/:id', {}, ({ world, id }) => {
    const item = existingItem(world, id);
    const invoice = draftOf(world, item.invoice, 'id');
    world.shelves.invoiceItems.remove(id);
    world.emit('invoiceitem.deleted', item);
    if (invoice) {
      withLines(
        world,
        invoice,
        invoice.lines.data.filter((line) => !isLineOf(line, item)),
      );
    }
    return { id, object: 'invoiceitem', deleted: true };
  }),
];

function isLineOf(
  { parent }: Invoice['lines']['data'][number],
  { id }: Pick<InvoiceItem, 'id'>,
): boolean {
  return (
    parent?.invoice_item_details?.invoice_item === id ||
    parent?.subscription_item_details?.invoice_item === id
  );
}
