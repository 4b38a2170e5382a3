/**
 * `node bench/billing.mjs`: how soon a webhook is acknowledged at a hundred events a second, and how many
 * customers are reconciled in a second, on a town of its own with the simulator.
 */
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import Stripe from 'stripe';

const seconds = Number(process.env['BENCH_SECONDS'] ?? 20);
const members = Number(process.env['BENCH_MEMBERS'] ?? 200);
const perSecond = 100;
const port = 3992;
const secret = 'whsec_bench';
const url = `http://127.0.0.1:${port}`;

const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'));
const environment = {
  ...process.env,
  DATA_DIR: dataDir,
  PORT: String(port),
  STRIPE_SIMULATOR_PORT: '3993',
  STRIPE_WEBHOOK_SECRETS: secret,
  // Everybody comes from one address.
  LIMITS_FACTOR: '1000',
};
const product = spawn(process.execPath, ['scripts/launch.mjs', 'start'], {
  env: environment,
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  await saysReady();
  const running = JSON.parse(await readFile(join(dataDir, 'running.json'), 'utf8'));
  const customers = await populate(running);
  await reconcile();
  const reconciled = await reconcile();
  const acknowledged = await knock(customers);
  await report({ reconciled, acknowledged });
} finally {
  product.kill('SIGTERM');
  await once(product, 'exit');
  await rm(dataDir, { recursive: true, force: true });
}

function saysReady() {
  return new Promise((resolve, reject) => {
    product.stdout.on('data', (chunk) => {
      if (String(chunk).includes('Broadsheet is ready at')) resolve(undefined);
    });
    product.once('exit', () => reject(new Error('Broadsheet ended before it was ready.')));
  });
}

/**
 * Accounts here, and a customer with a subscription at Stripe for each; the first reconciliation takes them in.
 * @param {{ DATABASE_URL: string, STRIPE_API_BASE: string }} running
 */
async function populate({ DATABASE_URL: connectionString, STRIPE_API_BASE: base }) {
  const { hostname: host, port: stripePort } = new URL(base);
  const stripe = new Stripe('sk_test_bench', { host, port: stripePort, protocol: 'http' });
  const database = new pg.Client({ connectionString });
  await database.connect();
  const { rows } = await database.query('select "stripePriceId" as id from stripe_prices limit 1');
  const price = /** @type {{ id: string }} */ (rows[0]).id;
  const customers = [];
  for (let number = 0; number < members; number += 1) {
    const userId = randomUUID();
    const email = `member${number}@bench.test`;
    await database.query(
      'insert into users (id, email, roles, "createdAt", "updatedAt") values ($1, $2, $3, now(), now())',
      [userId, email, []],
    );
    const { id } = await stripe.customers.create({
      email,
      metadata: { broadsheet_user: userId },
      payment_method: 'pm_card_visa',
      invoice_settings: { default_payment_method: 'pm_card_visa' },
    });
    await stripe.subscriptions.create({ customer: id, items: [{ price }] });
    customers.push(id);
  }
  await database.end();
  return customers;
}

/** @returns {Promise<number>} customers a second */
async function reconcile() {
  const command = ['dist/scripts/reconcile.js'];
  const { stdout } = await promisify(execFile)(process.execPath, command, { env: environment });
  return Number(/\(([\d.]+) a second\)/.exec(stdout)?.[1]);
}

/**
 * Sends events at an even pace, whether or not the ones before are answered.
 * @param {string[]} customers
 */
async function knock(customers) {
  /** @type {Promise<number>[]} */
  const answers = [];
  const began = performance.now();
  for (let number = 0; number < seconds * perSecond; number += 1) {
    const due = began + (number * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    answers.push(deliver(customers[number % customers.length] ?? ''));
  }
  return Promise.all(answers);
}

/** @param {string} customer @returns {Promise<number>} milliseconds until the answer */
async function deliver(customer) {
  const payload = JSON.stringify({
    id: `evt_${randomUUID()}`,
    object: 'event',
    type: 'customer.subscription.updated',
    livemode: false,
    data: { object: { id: 'sub_1', object: 'subscription', customer, metadata: {} } },
  });
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret });
  const began = performance.now();
  const { status } = await fetch(`${url}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    body: payload,
  });
  if (status !== 200) throw new Error(`A webhook was answered with ${status}.`);
  return performance.now() - began;
}

/** @param {{ reconciled: number, acknowledged: number[] }} measured */
async function report({ reconciled, acknowledged }) {
  const sorted = acknowledged.toSorted((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1));
  const figures = {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`,
    webhooks: { perSecond, seconds, p50: at(0.5), p99: at(0.99), slowest: at(0.9999) },
    reconciliation: { customers: members, perSecond: reconciled },
  };
  console.log(figures);
  await mkdir('bench/results', { recursive: true });
  await writeFile('bench/results/billing.json', `${JSON.stringify(figures, null, 2)}\n`);
}
