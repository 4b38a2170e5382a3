/** Orders what follows when a customer is forgotten, in the transaction that forgets her: at Stripe, and in our inbox. */
import type { Jobs } from '../../platform/jobs/jobs.js';

export const DELETE_CUSTOMER = 'delete-customer';
export const FORGET_EVENTS = 'forget-events';

/** Tried until it is done, every few hours at last: somebody was promised that her data goes. */
const maxAttempts = 10_000;

export async function enqueueCustomerDeletion(jobs: Jobs, stripeCustomerId: string): Promise<void> {
  const key = `${DELETE_CUSTOMER}:${stripeCustomerId}`;
  await jobs.enqueue(DELETE_CUSTOMER, { stripeCustomerId }, { key, maxAttempts });
}

/** By a job of its own: syncs hold her events and her customer, and neither may wait for the other in a circle. */
export async function enqueueForgetting(jobs: Jobs, stripeCustomerId: string): Promise<void> {
  const key = `${FORGET_EVENTS}:${stripeCustomerId}`;
  const queue = `stripe:${stripeCustomerId}`;
  await jobs.enqueue(FORGET_EVENTS, { stripeCustomerId }, { key, queue, maxAttempts });
}
