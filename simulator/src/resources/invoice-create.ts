/** Makes invoices by hand, and shows those that are to come: POST /v1/invoices and /v1/invoices/create_preview. */
import { assemble, itemLines, pendingItems, takeUp } from '../billing/drafting.js';
import { previewChange } from '../billing/previewing.js';
import { upcomingInvoice } from '../billing/turns.js';
import { invalidParameter, refused } from '../http/errors.js';
import {
  boolean,
  changedMetadata,
  hash,
  integer,
  list,
  metadata,
  oneOf,
  required,
  text,
  timestamp,
  type Params,
} from '../http/rules.js';
import type { Customer, Invoice, InvoiceItem, Subscription } from '../stripe-objects.js';
import { DAY } from '../world/settings.js';
import type { World } from '../world/world.js';
import { existingCustomer } from './customers.js';
import { CHANGED_ITEM, changedItems } from './item-parameters.js';
import { supportedCurrency } from './parameters.js';
import { BILLING_CYCLE_ANCHOR } from './subscription-parameters.js';
import { itemChange, requireChangeable } from './subscription-update.js';
import { liveSubscription } from './subscriptions.js';

export const CREATE = {
  auto_advance: boolean(),
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  currency: text(),
  customer: text(),
  days_until_due: integer({ min: 0 }),
  description: text(),
  footer: text(),
  metadata: metadata(),
  pending_invoice_items_behavior: oneOf('exclude', 'include'),
  subscription: text(),
};

export function createInvoice(world: World, params: Params<typeof CREATE>): Invoice {
  const subscription =
    params.subscription === undefined
      ? null
      : liveSubscription(world, params.subscription, 'subscription');
  const owner = params.customer ?? subscription?.customer;
  if (owner === undefined) throw missing('customer');
  const customer = existingCustomer(world, owner, 'customer');
  if (subscription && subscription.customer !== customer.id) {
    throw refused(`Subscription ${subscription.id} belongs to another customer.`, {
      param: 'subscription',
    });
  }
  const isSent = params.collection_method === 'send_invoice';
  if (!isSent && params.days_until_due !== undefined) {
    throw refused('`days_until_due` can only be set when `collection_method` is `send_invoice`.', {
      param: 'days_until_due',
    });
  }
  const now = world.now();
  const items = itemsFor(world, customer, subscription, params);
  const id = world.ids.next('invoice');
  const advances = params.auto_advance ?? false;
  const draft = assemble(world, {
    id,
    lines: itemLines(world, items, id),
    customer,
    subscription,
    currency: currencyFor(customer, subscription, items, params.currency),
    reason: 'manual',
    finalizesAt: advances ? now + world.settings.draftSeconds : null,
    period: { start: now, end: now },
  });
  const invoice: Invoice = {
    ...draft,
    auto_advance: advances,
    collection_method: params.collection_method ?? draft.collection_method,
    due_date: isSent ? now + (params.days_until_due ?? 30) * DAY : draft.due_date,
    description: params.description ?? null,
    footer: params.footer ?? null,
    metadata: changedMetadata({}, params.metadata),
  };
  world.create(world.shelves.invoices, invoice, 'invoice.created');
  takeUp(world, items, id);
  return invoice;
}

/** A subscription's invoice takes up what waits for it; a customer's own does so only where it is asked to. */
function itemsFor(
  world: World,
  customer: Customer,
  subscription: Subscription | null,
  params: Params<typeof CREATE>,
): InvoiceItem[] {
  if (subscription) {
    const waiting = pendingItems(world, subscription).filter(({ parent }) => parent !== null);
    if (waiting.length === 0) {
      throw refused('Nothing to invoice for subscription', {
        code: 'invoice_no_subscription_line_items',
      });
    }
    return waiting;
  }
  if (params.pending_invoice_items_behavior !== 'include') return [];
  const waiting = world.shelves.invoiceItems.where(
    (item) => item.invoice === null && item.customer === customer.id,
  );
  const currency = params.currency?.toLowerCase() ?? waiting[0]?.currency;
  return waiting.filter((item) => item.currency === currency);
}

function currencyFor(
  customer: Customer,
  subscription: Subscription | null,
  items: readonly InvoiceItem[],
  asked: string | undefined,
): string {
  if (subscription) return subscription.currency;
  if (asked !== undefined) return supportedCurrency(asked);
  return items[0]?.currency ?? customer.currency ?? 'usd';
}

export const PREVIEW = {
  customer: text(),
  subscription: required(text()),
  subscription_details: hash({
    billing_cycle_anchor: BILLING_CYCLE_ANCHOR,
    items: list(CHANGED_ITEM),
    proration_behavior: oneOf('always_invoice', 'create_prorations', 'none'),
    proration_date: timestamp(),
  }),
};

/** Nothing it makes on the way, such as a price that is given inline, stays. */
export function previewInvoice(world: World, params: Params<typeof PREVIEW>): Invoice {
  const subscription = liveSubscription(world, params.subscription, 'subscription');
  if (params.customer !== undefined && params.customer !== subscription.customer) {
    throw refused(`Subscription ${subscription.id} belongs to another customer.`, {
      param: 'customer',
    });
  }
  const { subscription_details: details = {} } = params;
  if (details.items === undefined && details.billing_cycle_anchor?.type !== 'now') {
    if (subscription.cancel_at !== null || subscription.status === 'paused') {
      throw refused('No upcoming invoices for customer', { code: 'invoice_upcoming_none' });
    }
    return upcomingInvoice(world, subscription);
  }
  return world.tentatively(() => {
    const at = 'subscription_details[items]';
    const items = changedItems(world, subscription, details.items ?? [], at);
    requireChangeable(subscription, items, {});
    return previewChange(world, subscription, itemChange(subscription, items, details));
  }, 'its-answer');
}

const missing = (name: string) =>
  invalidParameter(`Missing required param: ${name}.`, name, 'parameter_missing');
