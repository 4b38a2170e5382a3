/**
 * What the tests share: a simulator on a wall clock that stands still, the official SDK pointed at it, and a receiver
 * that remembers what it was sent.
 */
import { createServer, type IncomingMessage } from 'node:http';
import Stripe from 'stripe';
import { onTestFinished } from 'vitest';
import { startSimulator, type RunningSimulator, type StartOptions } from '../src/index.js';

export const DAY = 86_400;
export const HOUR = 3600;
export const WALL = Date.UTC(2026, 10, 22, 12, 0, 0);
export const NOW = WALL / 1000;
export const SECRET = 'whsec_test_secret';

export interface Received {
  event: Stripe.Event;
  body: string;
  signature: string;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** The types received so far, in the order of their creation rather than of their arrival. */
  types(): string[];
  forget(): void;
  /** What the receiver answers from now on. */
  answer: (event: Stripe.Event, times: number) => number;
}

export async function startReceiver(): Promise<Receiver> {
  const seen = new Map<string, number>();
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const event = JSON.parse(body) as Stripe.Event;
      const times = (seen.get(event.id) ?? 0) + 1;
      seen.set(event.id, times);
      receiver.received.push({
        event,
        body,
        signature: String(request.headers['stripe-signature']),
      });
      response.writeHead(receiver.answer(event, times)).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('No address');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${address.port}/webhooks`,
    received: [],
    types: () => receiver.received.map(({ event }) => event.type),
    forget: () => {
      receiver.received.length = 0;
    },
    answer: () => 200,
  };
  return receiver;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

export interface Town {
  simulator: RunningSimulator;
  stripe: Stripe;
  receiver: Receiver;
  /** Types of all events since `mark()`, in the order they happened. */
  happened(): string[];
  mark(): void;
  sim(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }>;
  pay(session: string, card?: string, more?: object): Promise<{ status: number; body: Json }>;
}

export type Json = { [key: string]: Json } & { [index: number]: Json } & string & number;

export async function startTown(options: StartOptions = {}): Promise<Town> {
  const receiver = await startReceiver();
  const simulator = await startSimulator({
    wall: () => WALL,
    webhooks: [{ url: receiver.url, secrets: [SECRET] }],
    ...options,
  });
  onTestFinished(() => simulator.close());
  let last = '';
  const sim: Town['sim'] = async (method, path, body) => {
    const answer = await fetch(`${simulator.url}/_sim${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return { status: answer.status, body: (await answer.json()) as Json };
  };
  return {
    simulator,
    receiver,
    stripe: clientFor(simulator),
    happened: () => {
      const events = simulator.state.events.all();
      return events.slice(events.findIndex(({ id }) => id === last) + 1).map(({ type }) => type);
    },
    mark: () => {
      last = simulator.state.events.newestFirst()[0]?.id ?? '';
    },
    sim,
    pay: (session, card = '4242424242424242', more = {}) =>
      sim('POST', `/checkout/sessions/${session}/complete`, { card, ...more }),
  };
}

export function clientFor({ port }: { port: number }, key = 'sk_test_123'): Stripe {
  return new Stripe(key, {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  });
}

/** The plan of the publication: $300 a year. */
export async function sellablePrice(
  stripe: Stripe,
  changes: Partial<Stripe.PriceCreateParams> = {},
): Promise<Stripe.Price> {
  const product = await stripe.products.create({ name: 'Pro' });
  return stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 30_000,
    recurring: { interval: 'year' },
    ...changes,
  });
}

export async function openSession(
  stripe: Stripe,
  price: string,
  changes: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  const customer =
    changes.customer ?? (await stripe.customers.create({ email: 'mira@town.test' })).id;
  return stripe.checkout.sessions.create({
    mode: 'subscription',
    customer,
    line_items: [{ price, quantity: 1 }],
    success_url: 'https://town.test/welcome?session_id={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://town.test/plans',
    ...changes,
  });
}

export const TRIAL = { subscription_data: { trial_period_days: 7 } };

/** A member in her trial: customer, price and subscription. */
export async function startTrial(
  town: Town,
  card?: string,
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
) {
  const price = await sellablePrice(town.stripe);
  const session = await openSession(town.stripe, price.id, { ...TRIAL, ...more });
  const answer = await town.pay(session.id, card);
  if (answer.status !== 200) throw new Error(`Checkout answered ${answer.status}`);
  const [subscription] = (
    await town.stripe.subscriptions.list({ customer: session.customer as string })
  ).data;
  if (!subscription) throw new Error('No subscription');
  return { price, session, subscription, customer: session.customer as string };
}

/** The same without a card: what becomes of the trial when it ends is in its settings. */
export async function startTrialWithoutCard(
  town: Town,
  atItsEnd: Stripe.Checkout.SessionCreateParams.SubscriptionData.TrialSettings.EndBehavior.MissingPaymentMethod,
) {
  const price = await sellablePrice(town.stripe);
  const session = await openSession(town.stripe, price.id, {
    payment_method_collection: 'if_required',
    subscription_data: {
      trial_period_days: 7,
      trial_settings: { end_behavior: { missing_payment_method: atItsEnd } },
    },
  });
  await town.sim('POST', `/checkout/sessions/${session.id}/complete`, {});
  const [subscription] = (await town.stripe.subscriptions.list({ status: 'trialing' })).data;
  if (!subscription) throw new Error('No subscription');
  return { price, session, subscription, customer: session.customer as string };
}
