/** A small town for the journeys: the application, the Stripe simulator it bills through, staff and a plan. */
import { PassingTime } from '../../src/development/passing-time.service.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import type { Role } from '../../src/users/reader.js';
import {
  type ConfiguredReceiver,
  type RunningSimulator,
  type StartOptions,
  startSimulator,
} from '../../simulator/src/index.js';
import { freshCard } from './cards.js';
import { type Answer, type Ask, ask } from './api.js';
import { type TestApp, settled, startTestApp } from './app.js';
import { goodPassword, joinAs, someAddress } from './readers.js';

export const webhookSecret = 'whsec_town';

export interface TestTown extends TestApp {
  simulator: RunningSimulator;
  /** Asks the product over HTTP. */
  ask(method: string, path: string, options?: Ask): Promise<Answer>;
  /** Asks the simulator over HTTP, as its pages and its control do. */
  askSimulator(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Moves both clocks, and waits until everything that fell due is done. */
  pass(seconds: number): Promise<void>;
  /** An access token of somebody with this role. */
  staff(role: Role): Promise<string>;
}

/** How Stripe treats failed payments, and the like, and which types of events it tells of: all, if none are named. */
type Account = Pick<StartOptions, 'settings' | 'retrySchedule'> &
  Pick<ConfiguredReceiver, 'events'>;

export async function startTestTown(
  environment: Record<string, string> = {},
  { events, ...account }: Account = {},
): Promise<TestTown> {
  // Filled once the application has an address; the simulator looks again at every event.
  const receivers: ConfiguredReceiver[] = [];
  const simulator = await startSimulator({ ...account, webhooks: receivers });
  const app = await startTestApp({
    STRIPE_API_BASE: simulator.url,
    STRIPE_REQUESTS_PER_SECOND: '1000',
    STRIPE_WEBHOOK_SECRETS: webhookSecret,
    ...environment,
  });
  receivers.push({
    url: `${app.url}/webhooks/stripe`,
    secrets: [webhookSecret],
    ...(events === undefined ? {} : { events }),
  });
  return {
    ...app,
    simulator,
    ask: (method, path, options) => ask(app.url, method, path, options),
    askSimulator: (method, path, body) => ask(simulator.url, method, path, { body }),
    pass: async (seconds) => {
      const time = app.app.get(PassingTime, { strict: false });
      if (!(await time.pass(seconds))) throw new Error('The jobs did not come to an end.');
    },
    staff: async (role) => {
      const email = someAddress(role);
      const accounts = app.app.get(AccountAdminService, { strict: false });
      await accounts.createStaff({ email, password: goodPassword, name: role, roles: [role] });
      const { body } = await ask(app.url, 'POST', '/api/v1/auth/login', {
        body: { email, password: goodPassword },
      });
      return (body as { accessToken: string }).accessToken;
    },
    close: async () => {
      await app.close();
      await simulator.close();
    },
  };
}

export interface PlanAnswer {
  id: string;
  slug: string;
  prices: { id: string; amount: number; currency: string; interval: string }[];
}

/** A plan on sale, with its price for each time; empty where it has none. */
export interface PlanOnSale extends PlanAnswer {
  yearly: string;
  monthly: string;
}

export const aYear = { amount: 30_000, currency: 'usd', interval: 'year' };
export const aMonth = { amount: 2_900, currency: 'usd', interval: 'month' };

export async function sell(
  town: TestTown,
  admin: string,
  slug: string,
  prices: object[],
  more: object = {},
): Promise<PlanOnSale> {
  const { status, body, text } = await town.ask('POST', '/api/v1/admin/plans', {
    token: admin,
    body: { slug, name: slug.toUpperCase(), prices, ...more },
  });
  if (status !== 201) throw new Error(`The plan was not made: ${text}`);
  const plan = body as PlanAnswer;
  const priceOf = (interval: string): string =>
    plan.prices.find((price) => price.interval === interval)?.id ?? '';
  return { ...plan, yearly: priceOf('year'), monthly: priceOf('month') };
}

const pro = {
  description: 'Everything we report.',
  benefits: ['Memos', 'Live Video Q&A', 'Special Events', 'Trend Reports'],
  trialDays: 7,
};

/** The plan that the town sells: $300.00 a year after a week of trial. */
export const sellPro = (town: TestTown, admin: string): Promise<PlanOnSale> =>
  sell(town, admin, 'pro', [aYear], pro);

/** The same plan for $300.00 a year or $29.00 a month. */
export const sellProTwice = (town: TestTown, admin: string): Promise<PlanOnSale> =>
  sell(town, admin, 'pro', [aYear, aMonth], pro);

/** Publishes an article with this gate; its gated text holds the word "behind". */
export async function publish(
  town: TestTown,
  editor: string,
  article: {
    slug: string;
    gate: string;
    bodyHtml?: string;
    planIds?: string[];
    section?: string;
    tags?: string[];
    authors?: string[];
  },
): Promise<void> {
  const created = await town.ask('POST', '/api/v1/admin/articles', {
    token: editor,
    body: {
      title: `The story of ${article.slug}`,
      standfirst: 'What happened, and why it matters.',
      bodyHtml: '<p>In front.</p><!--paywall--><p>Hidden behind the wall.</p>',
      ...article,
    },
  });
  if (created.status !== 201) throw new Error(`The article was not made: ${created.text}`);
  const { id } = created.body as { id: string };
  const published = await town.ask('POST', `/api/v1/admin/articles/${id}/publish`, {
    token: editor,
  });
  if (published.status !== 200) throw new Error(`The article was not published: ${published.text}`);
}

/** Opens a checkout and answers Stripe's session id. */
export async function openCheckout(
  town: TestTown,
  token: string,
  priceId: string,
): Promise<string> {
  const { status, body, text } = await town.ask('POST', '/api/v1/billing/checkout-sessions', {
    token,
    body: { priceId },
  });
  if (status !== 201) throw new Error(`The checkout was not opened: ${text}`);
  return sessionIn((body as { url: string }).url);
}

export function sessionIn(url: string): string {
  const id = /cs_test_\w+/.exec(url)?.[0];
  if (id === undefined) throw new Error(`There is no checkout session in ${url}.`);
  return id;
}

export interface TrialMember {
  token: string;
  userId: string;
  /** Stripe's id of her. */
  customer: string;
}

/** Somebody who has begun her trial, once everything about it is written down. */
export async function someTrialMember(town: TestTown, priceId: string): Promise<TrialMember> {
  const { accessToken: token, user } = await joinAs(town);
  await pay(town, await openCheckout(town, token, priceId));
  await settled(town.app.get(Jobs));
  const { rows } = await town.app
    .get(Database)
    .pool.query<{ customer: string }>(
      'select "stripeCustomerId" as customer from stripe_customers where "userId" = $1',
      [user.id],
    );
  return { token, userId: user.id, customer: rows[0]?.customer ?? '' };
}

/** Fills in the card on Stripe's page. */
export function pay(town: TestTown, sessionId: string, card = freshCard()): Promise<Answer> {
  return town.askSimulator('POST', `/_sim/checkout/sessions/${sessionId}/complete`, { card });
}
