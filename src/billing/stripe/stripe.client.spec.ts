/** Calls to a Stripe that has trouble: made again where that helps, given up in time, told in our words. */
import 'reflect-metadata';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../platform/config/load-config.js';
import { PatientHttpClient } from './patient-http-client.js';
import { RequestPace } from './request-pace.js';
import { StripeClient } from './stripe.client.js';

type Answer = (response: ServerResponse) => void;

const customer = JSON.stringify({ id: 'cus_1', object: 'customer' });

const says =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

const good = says(200, customer);
const tooMany = (headers = {}) =>
  says(429, '{"error":{"type":"invalid_request_error","code":"rate_limit"}}', headers);
const broken = says(500, '{"error":{"type":"api_error"}}');
const hangsUp: Answer = (response) => response.destroy();

/** What comes next; the last one is repeated. */
let answers: Answer[];
let asked: IncomingMessage[];
const server = createServer((request, response) => {
  asked.push(request);
  const answer = answers.length > 1 ? answers.shift() : answers[0];
  answer?.(response);
});
let port: number;
let client: StripeClient;

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ({ port } = server.address() as AddressInfo);
  client = new StripeClient(
    loadConfig({
      NODE_ENV: 'test',
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
      JWT_SECRET: 'a secret of the test, and long enough for HS256',
      STRIPE_SECRET_KEY: 'sk_test_client',
      STRIPE_API_BASE: `http://127.0.0.1:${port}`,
      STRIPE_WEBHOOK_SECRETS: 'whsec_test',
    }),
  );
});

beforeEach(() => {
  asked = [];
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const find = () => client.call((stripe) => stripe.customers.retrieve('cus_1'));

describe('a call', () => {
  it.each([
    ['is told that there are too many', tooMany()],
    ['is told so, and when to come again', tooMany({ 'retry-after': '1' })],
    ['meets a fault of Stripe', broken],
    ['is cut off', hangsUp],
  ])('that %s is made again, and succeeds', async (_, trouble) => {
    answers = [trouble, good];
    expect(await find()).toMatchObject({ id: 'cus_1' });
    expect(asked).toHaveLength(2);
  });

  it('that changes something carries the same key each time', async () => {
    answers = [broken, hangsUp, tooMany(), good];
    await client.call((stripe) => stripe.customers.create({ email: 'ada@x.test' }));
    const keys = asked.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/\w/);
  });

  it('that Stripe refuses is not made again', async () => {
    answers = [says(400, '{"error":{"type":"invalid_request_error"}}')];
    await expect(find()).rejects.toMatchObject({ status: 502, code: 'billing/stripe-refused' });
    expect(asked).toHaveLength(1);
  });

  it('that should come again after longer than a reader waits is given up at once', async () => {
    answers = [tooMany({ 'retry-after': '60' })];
    await expect(find()).rejects.toMatchObject({ status: 503, code: 'billing/stripe-unavailable' });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['a page', '<html>Welcome to our hotel network</html>'],
    ['nothing', ''],
    ['null', 'null'],
    ['a word', '"ok"'],
    ['a list', '[]'],
    ['an object that is none of Stripe', '{"ok":true}'],
    ['an error that is a word', '{"error":"no"}'],
    ['something else of Stripe', '{"id":"ch_1","object":"charge"}'],
    ['a list of Stripe', '{"object":"list","data":[],"has_more":false}'],
  ])('answered with %s is a failure of Stripe, and no fault of ours', async (_, body) => {
    answers = [says(200, body)];
    await expect(find()).rejects.toMatchObject({ status: 503, code: 'billing/stripe-failed' });
  });
});

describe('a Stripe that stays away', () => {
  it.each([
    ['answers with faults', broken],
    ['is too busy', tooMany()],
    ['hangs up', hangsUp],
  ])('and %s is given up soon', async (_, trouble) => {
    answers = [trouble];
    let now = 0;
    const timers = {
      now: () => now,
      pause: async (milliseconds: number) => {
        now += milliseconds;
      },
    };
    const stripe = new Stripe('sk_test_client', {
      host: '127.0.0.1',
      port,
      protocol: 'http',
      maxNetworkRetries: 0,
      telemetry: false,
      httpClient: new PatientHttpClient(new RequestPace(100, timers), timers, () => 1),
    });
    await expect(stripe.customers.retrieve('cus_1')).rejects.toBeInstanceOf(
      Stripe.errors.StripeError,
    );
    // 0.25, 0.5 and 1 second of pauses.
    expect(now).toBe(1750);
    expect(asked).toHaveLength(4);
  });
});
