/** A Stripe account is made ready, drifts away under other hands, and is brought back, as often as need be. */
import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSimulator, startSimulator } from '../../simulator/src/index.js';
import { createContext } from '../../src/app.js';
import { type Setup, StripeSetup } from '../../src/billing/setup/stripe-setup.service.js';
import { StripeDoctor } from '../../src/billing/setup/stripe-doctor.service.js';
import { StripeCatalogueRepository } from '../../src/billing/catalogue/stripe-catalogue.repository.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { Database } from '../../src/platform/database/database.js';
import { type TestDatabase, createDatabase } from '../support/postgres.js';
import { stripeOf } from '../support/stripe-account.js';

let database: TestDatabase;
let simulator: RunningSimulator;
let stripe: Stripe;

beforeAll(async () => {
  database = await createDatabase();
  simulator = await startSimulator();
  stripe = stripeOf({ simulator });
});

afterAll(async () => {
  await simulator.close();
  await database.drop();
});

beforeEach(async () => {
  await fetch(`${simulator.url}/_sim/reset`, { method: 'POST' });
});

/** What a command does, in an environment of its own. */
async function inCommand<T>(
  work: (context: INestApplicationContext) => Promise<T>,
  changed: Record<string, string> = {},
): Promise<T> {
  const environment = {
    NODE_ENV: 'test',
    DATABASE_URL: database.connectionString,
    JWT_SECRET: 'a secret of the test, and long enough for HS256',
    STRIPE_SECRET_KEY: 'sk_test_operator',
    STRIPE_WEBHOOK_SECRETS: 'whsec_operator',
    STRIPE_API_BASE: simulator.url,
    PUBLIC_URL: 'https://paper.test',
    ...changed,
  };
  const context = await createContext(loadConfig(environment));
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

const setUp = (changed?: Record<string, string>): Promise<Setup> =>
  inCommand((context) => context.get(StripeSetup, { strict: false }).run(), changed);

/** What is wrong, by its name. */
const problems = (changed?: Record<string, string>): Promise<string[]> =>
  inCommand(async (context) => {
    const findings = await context.get(StripeDoctor, { strict: false }).examine(1);
    return findings.filter(({ isGood }) => !isGood).map(({ subject }) => subject);
  }, changed);

const endpoints = async () => (await stripe.webhookEndpoints.list()).data;

describe('setting up', () => {
  it('makes one endpoint and one portal, and a second time nothing', async () => {
    expect((await setUp()).newSecret).toMatch(/^whsec_/);
    expect((await setUp()).newSecret).toBeNull();
    expect(await endpoints()).toMatchObject([
      {
        url: 'https://paper.test/webhooks/stripe',
        api_version: Stripe.API_VERSION,
        status: 'enabled',
        enabled_events: expect.arrayContaining(['customer.subscription.updated']) as unknown,
      },
    ]);
    expect((await stripe.billingPortal.configurations.list()).data).toHaveLength(1);
    expect(await problems()).toEqual([]);
  });

  it('follows the publication to another address, with the same secret', async () => {
    await setUp();
    const moved = { PUBLIC_URL: 'https://new.paper.test' };
    expect(await problems(moved)).toEqual(['webhook address']);
    expect((await setUp(moved)).newSecret).toBeNull();
    expect(await endpoints()).toMatchObject([{ url: 'https://new.paper.test/webhooks/stripe' }]);
    expect(await problems(moved)).toEqual([]);
  });

  it('puts right what somebody has changed in the dashboard', async () => {
    await setUp();
    const [endpoint] = await endpoints();
    await stripe.webhookEndpoints.update(endpoint?.id ?? '', {
      disabled: true,
      enabled_events: ['charge.succeeded'],
    });
    const [portal] = (await stripe.billingPortal.configurations.list()).data;
    await stripe.billingPortal.configurations.update(portal?.id ?? '', {
      features: { payment_method_update: { enabled: false } },
    });
    expect(await problems()).toEqual(['webhook endpoint', 'webhook events']);
    await setUp();
    expect(await problems()).toEqual([]);
    expect(await stripe.billingPortal.configurations.retrieve(portal?.id ?? '')).toMatchObject({
      features: { payment_method_update: { enabled: true } },
    });
  });

  it("makes a new endpoint for a new API version, keeps the former until the next run, and never another product's", async () => {
    const former = await stripe.webhookEndpoints.create({
      url: 'https://paper.test/webhooks/stripe',
      api_version: '2025-03-31.basil',
      enabled_events: ['invoice.paid'],
      metadata: { broadsheet: 'webhooks' },
    });
    const foreign = await stripe.webhookEndpoints.create({
      url: 'https://shop.test/webhooks',
      enabled_events: ['*'],
    });
    expect((await setUp()).newSecret).not.toBeNull();
    expect((await endpoints()).map(({ id }) => id)).toContain(former.id);
    expect((await setUp()).newSecret).toBeNull();
    const left = await endpoints();
    expect(left.map(({ api_version: version }) => version)).toContain(Stripe.API_VERSION);
    expect(left.map(({ id }) => id)).not.toContain(former.id);
    expect(left.map(({ id }) => id)).toContain(foreign.id);
  });
});

describe('the doctor', () => {
  it('sees a test key in production, where nobody would pay', async () => {
    await setUp();
    expect(await problems({ NODE_ENV: 'production', SMTP_URL: 'smtp://127.0.0.1:9' })).toEqual([
      'mode',
    ]);
  });

  it('sees a live key outside of it, and that Stripe refuses it', async () => {
    expect(await problems({ STRIPE_SECRET_KEY: 'sk_live_of_somebody' })).toEqual(['key', 'mode']);
  });

  it('still says what it can when nobody answers', async () => {
    expect(await problems({ STRIPE_API_BASE: 'http://127.0.0.1:1' })).toEqual(['reachable']);
  });
});

describe('a price that was put on sale without Stripe', () => {
  const sellByHand = () =>
    inCommand(async (context) => {
      const { client } = context.get(Database, { strict: false });
      const now = new Date();
      const plan = await client.plan.create({
        data: { slug: 'pro', name: 'PRO', description: '', createdAt: now, updatedAt: now },
      });
      const { id } = await client.price.create({
        data: {
          planId: plan.id,
          amount: 30_000,
          currency: 'usd',
          interval: 'year',
          status: 'active',
          createdAt: now,
        },
      });
      return id;
    });

  it('is a problem until setup makes it known there, with its product, once', async () => {
    const priceId = await sellByHand();
    await setUp({});
    const ours = await stripe.prices.list();
    expect(ours.data).toMatchObject([
      { unit_amount: 30_000, currency: 'usd', metadata: { broadsheet_price: priceId } },
    ]);
    await setUp();
    expect((await stripe.prices.list()).data).toHaveLength(1);
    expect(await problems()).toEqual([]);

    await stripe.prices.update(ours.data[0]?.id ?? '', { active: false });
    expect(await problems()).toEqual(['prices']);

    await inCommand(async (context) => {
      const known = context.get(StripeCatalogueRepository, { strict: false });
      expect(await known.stripePriceOf(priceId)).toBe(ours.data[0]?.id);
    });
  });
});
