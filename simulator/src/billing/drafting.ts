/** Makes draft invoices: gathers what is to be billed, and takes up the invoice items that waited for it. */
import type {
  Invoice,
  InvoiceItem,
  InvoiceLineItem,
  Subscription,
  SubscriptionItem,
} from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { withDeductions } from './discounting.js';
import { itemLine, periodLines } from './invoice-lines.js';
import { draftInvoice, type InvoiceDraft } from './invoice-rules.js';
import { customerOf } from './owners.js';

export interface DraftOrder extends Pick<InvoiceDraft, 'id' | 'reason' | 'finalizesAt' | 'period'> {
  subscription: Subscription;
  /** The period in which the subscription is: billed, at no charge in a trial, or billed by another invoice. */
  currentPeriod: 'billed' | 'free' | 'left-out';
  /** The invoice items that go onto this invoice. */
  items: readonly InvoiceItem[];
}

/** The draft as it would be; nothing is kept yet. */
export function draft(world: World, order: DraftOrder): Invoice {
  const { subscription } = order;
  const periods =
    order.currentPeriod === 'left-out'
      ? []
      : periodLines({
          invoice: order.id,
          lineIds: subscription.items.data.map(() => world.ids.next('invoiceLineItem')),
          subscription,
          free: order.currentPeriod === 'free',
          productNames: productNames(world, subscription.items.data),
        });
  return assemble(world, {
    ...order,
    lines: [...itemLines(world, order.items, order.id), ...periods],
    customer: customerOf(world, subscription.customer),
    currency: subscription.currency,
  });
}

/** A draft of any lines, with what discounts take off them and tax adds. */
export function assemble(world: World, given: Omit<InvoiceDraft, 'now' | 'settings'>): Invoice {
  const plain = draftInvoice({ ...given, now: world.now(), settings: world.settings });
  return withDeductions(world, plain);
}

/** A draft whose lines have changed. */
export function withLines(world: World, invoice: Invoice, data: InvoiceLineItem[]): Invoice {
  return world.update(
    world.shelves.invoices,
    invoice,
    withDeductions(world, { ...invoice, lines: { ...invoice.lines, data } }),
    'invoice.updated',
  );
}

export function itemLines(
  world: World,
  items: readonly InvoiceItem[],
  invoice: string,
): InvoiceLineItem[] {
  return items.map((item) => itemLine(item, world.ids.next('invoiceLineItem'), invoice));
}

/** Invoice items that wait for the next invoice from now on. */
export function keepPending(world: World, items: readonly InvoiceItem[]): void {
  for (const item of items) world.create(world.shelves.invoiceItems, item, 'invoiceitem.created');
}

/** The items on a draft are no longer pending. */
export function takeUp(world: World, items: readonly InvoiceItem[], invoice: string): void {
  for (const item of items) world.update(world.shelves.invoiceItems, item, { invoice });
}

/** Invoice items that wait for the subscription's next invoice: its own, and those of its customer alone. */
export function pendingItems(world: World, subscription: Subscription): InvoiceItem[] {
  return world.shelves.invoiceItems.where(
    (item) =>
      item.invoice === null &&
      item.customer === subscription.customer &&
      item.currency === subscription.currency &&
      (item.parent?.subscription_details?.subscription ?? subscription.id) === subscription.id,
  );
}

export function productNames(
  world: World,
  items: readonly SubscriptionItem[],
): Map<string, string> {
  return new Map(
    items.map(({ price }) => [
      price.product,
      world.shelves.products.get(price.product)?.name ?? price.product,
    ]),
  );
}
