/** A town in which somebody lives through a scenario, and in which everything can be said a second time. */
import Stripe from 'stripe';
import { expect } from 'vitest';
import type { StartOptions } from '../../simulator/src/index.js';
import { freshCard } from '../support/cards.js';
import { everythingOf } from '../support/our-books.js';
import { membershipOf, openPage, payPage } from '../support/person.js';
import { type Offer, type Person, settle, truthOf } from '../support/place.js';
import { joinAs } from '../support/readers.js';
import { differences } from '../support/reckoning.js';
import { type TownPlace, startTownPlace } from '../support/town-place.js';
import { webhookSecret } from '../support/town.js';
import { type Subscription, type Truth, customersOf, holdingsOf } from '../support/truth.js';

export type StripeEvent = Truth['events'][number];

export const hour = 3600;
export const day = 24 * hour;
export const year = 366 * day;

export interface ScenarioTown extends TownPlace {
  /** Every event that Stripe ever made here: it forgets them itself after thirty days. */
  events(): StripeEvent[];
}

/** A leap that loses no event: Stripe keeps thirty days of them. */
const stride = 20 * day;

export async function startScenarioTown(
  settings: StartOptions['settings'] = {},
): Promise<ScenarioTown> {
  const place = await startTownPlace(settings);
  const kept = new Map<string, StripeEvent>();
  const events = (): StripeEvent[] => {
    for (const event of place.town.simulator.state.events.all()) kept.set(event.id, event);
    return [...kept.values()];
  };
  return {
    ...place,
    events,
    pass: async (seconds) => {
      for (let left = seconds; left > 0; left -= stride) {
        await place.pass(Math.min(left, stride));
        events();
      }
    },
  };
}

export async function newcomer(place: ScenarioTown, email?: string): Promise<Person> {
  const { accessToken, user } = await joinAs(place.town, email);
  return { token: accessToken, userId: user.id, email: user.email };
}

/** Somebody who has joined and paid, once all about it is settled. */
export async function buyer(
  place: ScenarioTown,
  offer: Offer,
  card: string = freshCard(),
): Promise<Person> {
  const mira = await newcomer(place);
  const paid = await payPage(place, await openPage(place, mira, offer), card);
  expect(paid.status).toBe(200);
  await settle(place);
  return mira;
}

export async function subscriptionAtStripe(
  place: ScenarioTown,
  person: Person,
): Promise<Subscription> {
  const truth = await truthOf(place);
  const customers = customersOf(truth, person.userId);
  const [subscription] = truth.subscriptions.filter(({ customer }) => customers.has(customer));
  if (subscription === undefined) throw new Error('She has no subscription.');
  return subscription;
}

/** Every event about this person, the oldest first. */
export async function eventsOf(place: ScenarioTown, person: Person): Promise<StripeEvent[]> {
  const truth = await truthOf(place);
  const customers = customersOf(truth, person.userId);
  const { charges = [], invoices = [] } = holdingsOf(truth, customers);
  const ids = [...charges, ...invoices].map((each) => ('id' in each ? String(each.id) : ''));
  return place.events().filter(({ data }) => {
    const text = JSON.stringify(data.object);
    return [...customers, ...ids].some((id) => text.includes(`"${id}"`));
  });
}

/** Delivers an event as Stripe does: signed, now; answers the status. */
export async function say(place: ScenarioTown, event: object): Promise<number> {
  const payload = JSON.stringify(event);
  return sayText(place, payload, signed(payload));
}

export function signed(payload: string, secret = webhookSecret, secondsAgo = 0): string {
  const timestamp = Math.floor(Date.now() / 1000) - secondsAgo;
  return Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
}

export async function sayText(
  place: ScenarioTown,
  payload: string,
  signature?: string,
): Promise<number> {
  const response = await fetch(`${place.town.url}/webhooks/stripe`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature === undefined ? {} : { 'stripe-signature': signature }),
    },
    body: payload,
  });
  await response.body?.cancel();
  return response.status;
}

let twins = 0;

/** Another event about the same change, which Stripe allows itself to send. */
function twinOf(event: StripeEvent): StripeEvent {
  twins += 1;
  return { ...event, id: `evt_twin${twins}` };
}

/**
 * Says everything that was ever said of her a second time, and once more in events of other names, all at once: nothing
 * may come of it, here or at Stripe, and what is left is what Stripe says.
 */
export async function twice(place: ScenarioTown, person: Person): Promise<void> {
  await settle(place);
  const before = await everythingAbout(place, person);
  const events = await eventsOf(place, person);
  expect(events.length).toBeGreaterThan(0);
  const answers = await Promise.all(
    events.flatMap((event) => [say(place, event), say(place, twinOf(event))]),
  );
  expect(answers.filter((status) => status !== 200)).toEqual([]);
  await settle(place);
  expect(await everythingAbout(place, person)).toEqual(before);
  expect(await differences(place, [person])).toEqual([]);
}

async function everythingAbout(place: ScenarioTown, person: Person): Promise<object> {
  const truth = await truthOf(place);
  const mails = await place.mailbox();
  return {
    membership: await membershipOf(place, person),
    books: await everythingOf(place.books, person.userId),
    stripe: holdingsOf(truth, customersOf(truth, person.userId)),
    mails: mails.map(({ to, subject, text }) => `${to} ${subject} ${text}`),
  };
}
