/** A running product with its Stripe, seen from outside: what a life is lived in, whoever started it. */
import { setTimeout as pause } from 'node:timers/promises';
import Stripe from 'stripe';
import type { KeptMail } from '../../src/platform/mail/mailbox.js';
import type { Answer, Ask } from './api.js';
import { type Books, hurryJobs, unansweredEvents, waitingJobs } from './our-books.js';
import { type Truth, readTruth } from './truth.js';

/** Somebody with an account; her token is renewed when she signs in again. */
export interface Person {
  userId: string;
  email: string;
  token: string;
}

export interface Place {
  ask(method: string, path: string, options?: Ask): Promise<Answer>;
  askSimulator(method: string, path: string, body?: unknown): Promise<Answer>;
  simulatorUrl: string;
  /** The account's owner at work at Stripe, with Stripe's own SDK. */
  stripe: Stripe;
  books: Books;
  mailbox(): Promise<KeptMail[]>;
  /** Moves both clocks. */
  pass(seconds: number): Promise<void>;
  /** May do whatever staff may. */
  admin: Person;
  /** What the town sells. */
  prices: Record<Offer, string>;
}

/** The plan with a trial by the year and by the month, and one that is paid from the first day. */
export type Offer = 'yearly' | 'monthly' | 'untried';

export function stripeAt(simulatorUrl: string): Stripe {
  const { hostname: host, port } = new URL(simulatorUrl);
  return new Stripe('sk_test_owner', { host, port, protocol: 'http', telemetry: false });
}

export function truthOf(place: Pick<Place, 'simulatorUrl'>): Promise<Truth> {
  return readTruth(place.simulatorUrl);
}

/**
 * Ends all faults, and waits until every event has arrived and every job is done.
 * @throws Error that names what did not come to an end
 */
export async function settle(place: Place, patience = 30_000): Promise<void> {
  await place.askSimulator('PUT', '/_sim/faults', { events: [], api: [] });
  const end = performance.now() + patience;
  for (;;) {
    const { pendingDeliveries } = await truthOf(place);
    const jobs = await waitingJobs(place.books);
    if (pendingDeliveries === 0 && jobs.length === 0) break;
    if (performance.now() > end) {
      throw new Error(`${pendingDeliveries} deliveries and these jobs wait: ${jobs.join('; ')}`);
    }
    await hurryJobs(place.books);
    await pause(20);
  }
  const unanswered = await unansweredEvents(place.books);
  if (unanswered.length > 0) throw new Error(`Unanswered events: ${unanswered.join('; ')}`);
}
