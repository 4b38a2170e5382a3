// /v1/invoices: what was billed and whether it was paid.
import {
  collect,
  customerOf,
  finalizeAndCollect,
  setAside,
  type Collected,
} from '../billing/collecting.js';
import { subscriptionOf } from '../billing/invoice-rules.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { cardRefused, noSuch, refused, StripeError } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  clearable,
  metadata,
  oneOf,
  range,
  text,
} from '../http/rules.js';
import type { Invoice } from '../stripe-objects.js';
import type { World } from '../world/world.js';

function existingInvoice(world: World, id: string): Invoice {
  const invoice = world.shelves.invoices.get(id);
  if (!invoice) throw noSuch('invoice', id);
  return invoice;
}

function requireOpen(invoice: Invoice): void {
  if (invoice.status === 'paid') {
    throw refused('Invoice is already paid', { code: 'invoice_already_paid' });
  }
  if (invoice.status !== 'open') {
    throw refused(`This invoice is ${invoice.status}; only an open invoice can be paid.`);
  }
}

/** What paying by hand answers: the paid invoice, or a 402. */
function paidOrRefused(collected: Collected): Invoice {
  switch (collected.kind) {
    case 'paid':
      return collected.invoice;
    case 'requires-action':
      throw new StripeError(402, {
        type: 'card_error',
        code: 'invoice_payment_intent_requires_action',
        message:
          'This payment requires additional user action before it can be completed successfully.',
        payment_intent: collected.intent,
      });
    case 'refused':
      throw cardRefused(collected.refusal);
  }
}

export const invoices: Endpoint[] = [
  endpoint('GET', '/v1/invoices/:id', {}, ({ world, id }) => existingInvoice(world, id)),

  endpoint(
    'GET',
    '/v1/invoices',
    {
      ...PAGE,
      collection_method: oneOf('charge_automatically', 'send_invoice'),
      created: range(),
      customer: text(),
      due_date: range(),
      status: oneOf('draft', 'open', 'paid', 'uncollectible', 'void'),
      subscription: text(),
    },
    ({ world, params }) => {
      const found = world.shelves.invoices
        .newestFirst()
        .filter(
          (invoice) =>
            inRange(invoice.created, params.created) &&
            (params.customer ?? invoice.customer) === invoice.customer &&
            (params.status ?? invoice.status) === invoice.status &&
            (params.subscription ?? subscriptionOf(invoice)) === subscriptionOf(invoice) &&
            (params.collection_method ?? invoice.collection_method) === invoice.collection_method &&
            (params.due_date === undefined || inRange(invoice.due_date ?? 0, params.due_date)),
        );
      return page(found, params, '/v1/invoices');
    },
  ),

  endpoint(
    'POST',
    '/v1/invoices/:id',
    { auto_advance: boolean(), description: clearable(text()), metadata: metadata() },
    ({ world, id, params }) => {
      const invoice = existingInvoice(world, id);
      const meta = changedMetadata(invoice.metadata ?? {}, params.metadata);
      return world.update(
        world.shelves.invoices,
        invoice,
        { ...params, metadata: meta },
        'invoice.updated',
      );
    },
  ),

  endpoint('POST', '/v1/invoices/:id/finalize', { auto_advance: boolean() }, ({ world, id }) => {
    const invoice = existingInvoice(world, id);
    if (invoice.status !== 'draft') {
      throw refused(
        "This invoice is already finalized, you can't re-finalize a non-draft invoice.",
      );
    }
    finalizeAndCollect(world, invoice);
    return existingInvoice(world, id);
  }),

  endpoint(
    'POST',
    '/v1/invoices/:id/pay',
    { off_session: boolean(), payment_method: text() },
    ({ world, id, params }) => {
      const invoice = existingInvoice(world, id);
      requireOpen(invoice);
      const card = params.payment_method;
      if (card !== undefined) {
        const owner = world.shelves.paymentMethods.get(card)?.customer;
        if (owner !== customerOf(world, invoice.customer ?? '').id) {
          throw noSuch('PaymentMethod', card, 'payment_method');
        }
      }
      const options = card === undefined ? {} : { paymentMethod: card };
      return paidOrRefused(collect(world, invoice, { automatic: false, ...options }));
    },
  ),

  endpoint('POST', '/v1/invoices/:id/void', {}, ({ world, id }) => {
    const invoice = existingInvoice(world, id);
    if (invoice.status !== 'open' && invoice.status !== 'uncollectible') {
      throw refused('You can only void an open or uncollectible invoice.');
    }
    return setAside(world, invoice, 'void');
  }),

  endpoint('POST', '/v1/invoices/:id/mark_uncollectible', {}, ({ world, id }) => {
    const invoice = existingInvoice(world, id);
    requireOpen(invoice);
    return setAside(world, invoice, 'uncollectible');
  }),
];
