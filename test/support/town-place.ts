/** A town in this process as a place to live in, with everything that lives can buy. */
import type { StartOptions } from '../../simulator/src/index.js';
import { webhookEvents } from '../../src/billing/stripe/webhook-events.js';
import { Database } from '../../src/platform/database/database.js';
import type Stripe from 'stripe';
import type { Answer, Ask } from './api.js';
import type { Books } from './our-books.js';
import { joinAs } from './readers.js';
import { type Offer, type Person, type Place, stripeAt } from './place.js';
import { type PlanAnswer, type TestTown, startTestTown } from './town.js';

export interface TownPlace extends Place {
  town: TestTown;
  plans: Record<'pro' | 'plain', PlanAnswer>;
}

/** Sessions that no leap of the clock ends, a Stripe without limits, and deliveries that are repeated soon. */
export const environment = {
  ACCESS_TOKEN_TTL: '86400',
  REFRESH_TOKEN_TTL: '315360000',
  STRIPE_REQUESTS_PER_SECOND: '1000',
};
export const retrySchedule = [0.2, 0.5, 1, 2, 5];

export async function startTownPlace(settings: StartOptions['settings'] = {}): Promise<TownPlace> {
  const account = { settings, retrySchedule, events: webhookEvents };
  const town = await startTestTown(environment, account);
  const books = town.app.get(Database).pool;
  const stripe = stripeAt(town.simulator.url);
  const admin = await hireAdmin(town, books);
  const { prices, plans } = await openShop(stripe, (method, path, options) =>
    town.ask(method, path, { ...options, token: admin.token }),
  );
  return {
    town,
    admin,
    plans,
    prices,
    ask: (method, path, options) => town.ask(method, path, options),
    askSimulator: (method, path, body) => town.askSimulator(method, path, body),
    simulatorUrl: town.simulator.url,
    stripe,
    books,
    mailbox: () => town.mailbox(),
    pass: (seconds) => town.pass(seconds),
  };
}

/** Somebody who joins like everybody, and is given all rights. */
export async function hireAdmin(town: Parameters<typeof joinAs>[0], books: Books): Promise<Person> {
  const { user, accessToken: token } = await joinAs(town);
  await books.query(`update users set roles = '{admin}' where id = $1`, [user.id]);
  return { userId: user.id, email: user.email, token };
}

/** Takes half off the first payment. */
export const halfOff = 'HALF';

/** Puts on sale what every life may buy. */
export async function openShop(
  stripe: Stripe,
  asAdmin: (method: string, path: string, options: Ask) => Promise<Answer>,
): Promise<{ prices: Record<Offer, string>; plans: TownPlace['plans'] }> {
  const make = async (body: object): Promise<PlanAnswer> => {
    const made = await asAdmin('POST', '/api/v1/admin/plans', { body });
    if (made.status !== 201) throw new Error(`The plan was not made: ${made.text}`);
    return made.body as PlanAnswer;
  };
  const coupon = await stripe.coupons.create({ percent_off: 50, duration: 'once' });
  await stripe.promotionCodes.create({
    code: halfOff,
    promotion: { type: 'coupon', coupon: coupon.id },
  });
  const words = { description: 'Everything we report.', benefits: ['Memos'] };
  const pro = await make({
    ...words,
    slug: 'pro',
    name: 'PRO',
    trialDays: 7,
    prices: [
      { amount: 30_000, currency: 'usd', interval: 'year' },
      { amount: 2_900, currency: 'usd', interval: 'month' },
    ],
  });
  const plain = await make({
    ...words,
    slug: 'plain',
    name: 'Plain',
    trialDays: 0,
    prices: [{ amount: 900, currency: 'usd', interval: 'month' }],
  });
  const priceOf = ({ prices }: PlanAnswer, interval: string): string => {
    const price = prices.find((each) => each.interval === interval);
    if (price === undefined) throw new Error(`There is no price by the ${interval}.`);
    return price.id;
  };
  return {
    plans: { pro, plain },
    prices: {
      yearly: priceOf(pro, 'year'),
      monthly: priceOf(pro, 'month'),
      untried: priceOf(plain, 'month'),
    },
  };
}
