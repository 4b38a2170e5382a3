/**
 * Stripe's own command line tool makes things happen: each event below by `stripe trigger`, against a simulator on a free
 * port. The tool knows nothing of the simulator; what it sends is what it sends to Stripe.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulator } from '../src/index.js';
import { clientFor } from './support.js';

/** What the tool is asked for, and the event that shows it; they differ where the tool's name is no event's. */
const TRIGGERS: readonly (readonly [trigger: string, event: string])[] = [
  ['billing_portal.configuration.created', 'billing_portal.configuration.created'],
  ['billing_portal.configuration.updated', 'billing_portal.configuration.updated'],
  ['billing_portal.session.created', 'billing_portal.session.created'],
  ['charge.captured', 'charge.captured'],
  ['charge.dispute.closed', 'charge.dispute.closed'],
  ['charge.dispute.created', 'charge.dispute.created'],
  ['charge.dispute.updated', 'charge.dispute.updated'],
  ['charge.failed', 'charge.failed'],
  ['charge.refund.updated', 'charge.refund.updated'],
  ['charge.refunded', 'charge.refunded'],
  ['charge.succeeded', 'charge.succeeded'],
  ['checkout.session.completed', 'checkout.session.completed'],
  ['checkout.session.expired', 'checkout.session.expired'],
  ['coupon.created', 'coupon.created'],
  ['coupon.deleted', 'coupon.deleted'],
  ['coupon.updated', 'coupon.updated'],
  ['customer.created', 'customer.created'],
  ['customer.deleted', 'customer.deleted'],
  ['customer.source.created', 'customer.source.created'],
  ['customer.source.updated', 'customer.source.updated'],
  ['customer.subscription.created', 'customer.subscription.created'],
  ['customer.subscription.deleted', 'customer.subscription.deleted'],
  ['customer.subscription.paused', 'customer.subscription.paused'],
  ['customer.subscription.trial_will_end', 'customer.subscription.trial_will_end'],
  ['customer.subscription.updated', 'customer.subscription.updated'],
  ['customer.updated', 'customer.updated'],
  ['invoice.created', 'invoice.created'],
  ['invoice.deleted', 'invoice.deleted'],
  ['invoice.finalized', 'invoice.finalized'],
  ['invoice.marked_uncollectible', 'invoice.marked_uncollectible'],
  ['invoice.paid', 'invoice.paid'],
  ['invoice.payment_action_required', 'invoice.payment_action_required'],
  ['invoice.payment_failed', 'invoice.payment_failed'],
  ['invoice.payment_succeeded', 'invoice.payment_succeeded'],
  ['invoice.sent', 'invoice.sent'],
  ['invoice.updated', 'invoice.updated'],
  ['invoice.voided', 'invoice.voided'],
  ['invoiceitem.created', 'invoiceitem.created'],
  ['invoiceitem.deleted', 'invoiceitem.deleted'],
  ['payment_intent.amount_capturable_updated', 'payment_intent.amount_capturable_updated'],
  ['payment_intent.canceled', 'payment_intent.canceled'],
  ['payment_intent.created', 'payment_intent.created'],
  ['payment_intent.payment_failed', 'payment_intent.payment_failed'],
  ['payment_intent.requires_action', 'payment_intent.requires_action'],
  ['payment_intent.succeeded', 'payment_intent.succeeded'],
  ['payment_method.attached', 'payment_method.attached'],
  ['payment_method.detached', 'payment_method.detached'],
  ['payment_method.updated', 'payment_method.updated'],
  ['plan.created', 'plan.created'],
  ['plan.deleted', 'plan.deleted'],
  ['plan.updated', 'plan.updated'],
  ['price.created', 'price.created'],
  ['price.updated', 'price.updated'],
  ['product.created', 'product.created'],
  ['product.deleted', 'product.deleted'],
  ['product.updated', 'product.updated'],
  ['setup_intent.canceled', 'setup_intent.canceled'],
  ['setup_intent.created', 'setup_intent.created'],
  ['setup_intent.requires_action', 'setup_intent.requires_action'],
  ['setup_intent.setup_failed', 'setup_intent.setup_failed'],
  ['setup_intent.succeeded', 'setup_intent.succeeded'],
  ['subscription.payment_failed', 'invoice.payment_failed'],
  ['subscription.payment_succeeded', 'invoice.payment_succeeded'],
  ['subscription_schedule.aborted', 'subscription_schedule.canceled'],
  ['subscription_schedule.canceled', 'subscription_schedule.canceled'],
  ['subscription_schedule.completed', 'subscription_schedule.completed'],
  ['subscription_schedule.created', 'subscription_schedule.created'],
  ['subscription_schedule.released', 'subscription_schedule.released'],
  ['subscription_schedule.updated', 'subscription_schedule.updated'],
  ['tax_rate.created', 'tax_rate.created'],
  ['tax_rate.updated', 'tax_rate.updated'],
  ['test_helpers.test_clock.advancing', 'test_helpers.test_clock.advancing'],
  ['test_helpers.test_clock.created', 'test_helpers.test_clock.created'],
  ['test_helpers.test_clock.deleted', 'test_helpers.test_clock.deleted'],
  ['test_helpers.test_clock.ready', 'test_helpers.test_clock.ready'],
];

/** The tool still says `coupon` where the API has said `promotion` since. */
const OLDER_TRIGGERS = ['promotion_code.created', 'promotion_code.updated'] as const;

const require = createRequire(import.meta.url);

/** The tool of the platform's own package, or the one a person has installed. */
function findTool(): string {
  const program = process.platform === 'win32' ? 'stripe.exe' : 'stripe';
  const name = `@stripe/cli-${process.platform}-${process.arch}`;
  const packages = (require.resolve.paths(name) ?? []).map((folder) => join(folder, name, 'bin'));
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const found = [...packages, ...path]
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new Error(
    "Stripe's command line tool is not installed: put `stripe` 1.52 or newer on your PATH (https://docs.stripe.com/stripe-cli/install).",
  );
}

/** Nobody listens there: whatever is not for the simulator, such as the look for a newer version, goes nowhere. */
const NOWHERE = 'http://127.0.0.1:1';

let home: string;
let tool: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'stripe-cli-'));
  tool = findTool();
});

afterAll(() => rm(home, { recursive: true, force: true }));

interface Outcome {
  exitCode: number | null;
  output: string;
}

function stripe(...args: string[]): Promise<Outcome> {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_CONFIG_HOME: home,
    STRIPE_API_KEY: 'sk_test_123456789012',
    STRIPE_CLI_TELEMETRY_OPTOUT: '1',
    HTTP_PROXY: NOWHERE,
    HTTPS_PROXY: NOWHERE,
  };
  return new Promise((resolve) => {
    const child = execFile(tool, args, { env, timeout: 15_000 }, (_error, stdout, stderr) => {
      resolve({ exitCode: child.exitCode, output: `${stdout}${stderr}` });
    });
  });
}

/** What happened in an account of its own while the tool was at work. */
async function trigger(name: string, ...flags: string[]): Promise<Stripe.Event[]> {
  // The tool's customers on test clocks have no card, and their subscriptions shall live through a month all the same.
  const simulator = await startSimulator({ settings: { afterLastRetry: 'past_due' } });
  try {
    const { url } = simulator;
    const { exitCode, output } = await stripe('trigger', name, '--api-base', url, ...flags);
    expect(exitCode, output).toBe(0);
    // What falls due at once, such as the notice of a short trial, is done without waiting for the next tick.
    await simulator.advance(0);
    return await clientFor(simulator).events.list().autoPagingToArray({ limit: 1000 });
  } finally {
    await simulator.close();
  }
}

describe("Stripe's command line tool", { concurrent: true }, () => {
  it.for(TRIGGERS)('makes %s happen', async ([name, event]) => {
    const events = await trigger(name);
    expect(events.map(({ type }) => type)).toContain(event);
  });

  it.for(OLDER_TRIGGERS)('makes %s happen in the words of an older version', async (name) => {
    const events = await trigger(name, '--api-version', '2025-08-27.basil');
    expect(events.map(({ type }) => type)).toContain(name);
  });
});
