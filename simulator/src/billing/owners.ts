/** Finds whom an invoice or a subscription belongs to. */
import type { Customer, Invoice, Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { subscriptionOf } from './invoice-rules.js';

export function customerOf(world: World, id: string): Customer {
  const customer = world.shelves.customers.get(id);
  if (!customer || customer.deleted) throw new Error(`No customer ${id}`);
  return customer;
}

export function isDeleted(world: World, customer: string | null): boolean {
  return customer !== null && world.shelves.customers.get(customer)?.deleted === true;
}

export function subscriptionFor(world: World, invoice: Invoice): Subscription | null {
  const id = subscriptionOf(invoice);
  return id === null ? null : (world.shelves.subscriptions.get(id) ?? null);
}
