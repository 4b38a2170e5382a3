/** Deletes a customer: what still runs for them ends at once; what was is kept. */
import type { Customer, DeletedCustomer } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { finish } from './ending.js';
import { isOver } from './subscription-rules.js';

export function deleteCustomer(world: World, customer: Customer): DeletedCustomer {
  const { id } = customer;
  const theirs = world.shelves.subscriptions.where(
    (subscription) => subscription.customer === id && !isOver(subscription),
  );
  for (const subscription of theirs) finish(world, subscription, 'cancellation_requested');
  stopBilling(world, id);
  removeCards(world, id);
  world.emit('customer.deleted', customer);
  const deleted: DeletedCustomer = { id, object: 'customer', deleted: true };
  world.shelves.customers.put(deleted);
  return deleted;
}

/** Nothing is charged any more, and what waited to be billed is forgotten. */
function stopBilling(world: World, customer: string): void {
  const { invoices, invoiceItems, subscriptionSchedules } = world.shelves;
  const open = invoices.where(
    (invoice) =>
      invoice.customer === customer && (invoice.status === 'draft' || invoice.status === 'open'),
  );
  for (const invoice of open) {
    world.update(invoices, invoice, {
      auto_advance: false,
      automatically_finalizes_at: null,
      next_payment_attempt: null,
    });
  }
  for (const item of invoiceItems.where((each) => each.customer === customer)) {
    if (item.invoice !== null) continue;
    invoiceItems.remove(item.id);
    world.emit('invoiceitem.deleted', item);
  }
  const planned = subscriptionSchedules.where(
    (schedule) => schedule.customer === customer && schedule.status === 'not_started',
  );
  for (const schedule of planned) {
    const canceled = { status: 'canceled' as const, canceled_at: world.now() };
    world.update(subscriptionSchedules, schedule, canceled, 'subscription_schedule.canceled');
  }
}

/** The cards are gone from the customer; charges made with them still show which they were. */
function removeCards(world: World, customer: string): void {
  const { paymentMethods } = world.shelves;
  for (const card of paymentMethods.where((each) => each.customer === customer)) {
    world.update(paymentMethods, card, { customer: null });
  }
}
