/** Somebody who buys, reads, cancels and changes her card, over HTTP as from her own browser. */
import type { Answer, Ask } from './api.js';
import type { Offer, Person, Place } from './place.js';
import { goodPassword } from './readers.js';
import { sessionIn } from './town.js';

export interface MembershipAnswer {
  state: string;
  access: boolean;
  accessUntil: string | null;
  plan: { slug: string } | null;
  price: { amount: number; currency: string; interval: string } | null;
  trialEndsAt: string | null;
  currentPeriodEnd: string | null;
  cancelsAt: string | null;
  graceEndsAt: string | null;
  payUrl: string | null;
  seats: number;
}

type Askable = Pick<Place, 'ask'>;

/** Asks as this person; where her session has ended by now, she signs in again. */
export async function askAs(
  place: Askable,
  person: Person,
  method: string,
  path: string,
  options: Omit<Ask, 'token'> = {},
): Promise<Answer> {
  const answer = await place.ask(method, path, { ...options, token: person.token });
  if (answer.status !== 401) return answer;
  await signIn(place, person);
  return place.ask(method, path, { ...options, token: person.token });
}

export async function signIn(place: Askable, person: Person): Promise<void> {
  const { status, body, text } = await place.ask('POST', '/api/v1/auth/login', {
    body: { email: person.email, password: goodPassword },
  });
  if (status !== 200) throw new Error(`${person.email} could not sign in: ${text}`);
  person.token = (body as { accessToken: string }).accessToken;
}

export async function membershipOf(place: Place, person: Person): Promise<MembershipAnswer> {
  const { status, body, text } = await askAs(place, person, 'GET', '/api/v1/me/membership');
  if (status !== 200) throw new Error(`There is no membership to see: ${text}`);
  return body as MembershipAnswer;
}

export function askForCheckout(
  place: Place,
  person: Person,
  offer: Offer,
  more: object = {},
): Promise<Answer> {
  return askAs(place, person, 'POST', '/api/v1/billing/checkout-sessions', {
    body: { priceId: place.prices[offer], ...more },
  });
}

/** @returns Stripe's id of the session whose page was opened */
export async function openPage(
  place: Place,
  person: Person,
  offer: Offer,
  more: object = {},
): Promise<string> {
  const { status, body, text } = await askForCheckout(place, person, offer, more);
  if (status !== 201) throw new Error(`The checkout was not opened: ${text}`);
  return sessionIn((body as { url: string }).url);
}

/** Fills in Stripe's page, and her bank's if it asks. */
export function payPage(
  place: Place,
  session: string,
  card: string,
  threeDSecure: 'complete' | 'fail' = 'complete',
): Promise<Answer> {
  return place.askSimulator('POST', `/_sim/checkout/sessions/${session}/complete`, {
    card,
    threeDSecure,
  });
}

/** Comes back from Stripe's page to ours. */
export function comeBack(place: Place, person: Person, session: string): Promise<Answer> {
  return askAs(place, person, 'GET', `/api/v1/billing/checkout-sessions/${session}`);
}

/** @returns the address of Stripe's page where she manages card, invoices and cancellation */
export async function openPortal(place: Askable, person: Person): Promise<string> {
  const path = '/api/v1/billing/portal-sessions';
  const { status, body, text } = await askAs(place, person, 'POST', path);
  if (status !== 201) throw new Error(`The portal was not opened: ${text}`);
  return (body as { url: string }).url;
}

/** Sends a form of Stripe's portal; answers the address it led to. */
export function usePortal(portal: string, fields: Record<string, string>): Promise<string> {
  return sendForm(portal, fields);
}

export function newCard(number: string): Record<string, string> {
  return { action: 'card', cardNumber: number, cardExpiry: '12 / 99', cardCvc: '123' };
}

/** Her bank's page for a payment that waits for her word. */
export function answerBank(
  place: Place,
  paymentIntent: string,
  answer: 'complete' | 'fail',
): Promise<string> {
  return sendForm(`${place.simulatorUrl}/3ds/${paymentIntent}`, { answer });
}

async function sendForm(url: string, fields: Record<string, string>): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  });
  await response.body?.cancel();
  return response.headers.get('location') ?? `${response.status}`;
}
