/** /v1/invoices: what was billed and whether it was paid. */
import {
  collect,
  finalizeAndCollect,
  finalize,
  send,
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
import { existingCustomer } from './customers.js';
import { CREATE, createInvoice, PREVIEW, previewInvoice } from './invoice-create.js';

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
  endpoint('POST', '/v1/invoices', CREATE, ({ world, params }) => createInvoice(world, params)),

  endpoint('POST', '/v1/invoices/create_preview', PREVIEW, ({ world, params }) =>
    previewInvoice(world, params),
  ),

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

  endpoint('DELETE', '/v1/invoices/:id', {}, ({ world, id }) => {
    const invoice = existingInvoice(world, id);
    if (invoice.status !== 'draft' || invoice.billing_reason !== 'manual') {
      throw refused('You can only delete draft invoices that were made by hand.');
    }
    // What was on it waits for another invoice again.
    for (const item of world.shelves.invoiceItems.where((each) => each.invoice === id)) {
      world.update(world.shelves.invoiceItems, item, { invoice: null });
    }
    world.shelves.invoices.remove(id);
    world.emit('invoice.deleted', invoice);
    return { id, object: 'invoice', deleted: true };
  }),

  endpoint(
    'POST',
    '/v1/invoices/:id/finalize',
    { auto_advance: boolean() },
    ({ world, id, params }) => {
      const invoice = existingInvoice(world, id);
      if (invoice.status !== 'draft') {
        throw refused(
          "This invoice is already finalized, you can't re-finalize a non-draft invoice.",
        );
      }
      existingCustomer(world, invoice.customer ?? '', 'customer');
      // An invoice that does not advance by itself is open, and waits to be paid by hand.
      if (params.auto_advance ?? invoice.auto_advance) finalizeAndCollect(world, invoice);
      else finalize(world, invoice);
      return existingInvoice(world, id);
    },
  ),

  endpoint(
    'POST',
    '/v1/invoices/:id/pay',
    { off_session: boolean(), payment_method: text() },
    ({ world, id, params }) => {
      const found = existingInvoice(world, id);
      if (found.status !== 'draft') requireOpen(found);
      const customer = existingCustomer(world, found.customer ?? '', 'customer');
      const card = params.payment_method;
      if (card !== undefined) {
        if (world.shelves.paymentMethods.get(card)?.customer !== customer.id) {
          throw noSuch('PaymentMethod', card, 'payment_method');
        }
      }
      const options = card === undefined ? {} : { paymentMethod: card };
      // A draft that is paid is finalised first.
      const invoice = found.status === 'draft' ? finalize(world, found) : found;
      return paidOrRefused(collect(world, invoice, { automatic: false, ...options }));
    },
  ),

  endpoint('POST', '/v1/invoices/:id/send', {}, ({ world, id }) => {
    const invoice = existingInvoice(world, id);
    if (invoice.collection_method !== 'send_invoice') {
      throw refused(
        'You can only manually send an invoice if its collection method is `send_invoice`.',
      );
    }
    if (invoice.status !== 'draft') requireOpen(invoice);
    existingCustomer(world, invoice.customer ?? '', 'customer');
    send(world, invoice.status === 'draft' ? finalize(world, invoice) : invoice);
    return existingInvoice(world, id);
  }),

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
