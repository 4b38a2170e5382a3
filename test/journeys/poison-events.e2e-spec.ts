/** Events that are signed and make no sense: each is answered with 200, and none leaves anything undone. */
import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { settled } from '../support/app.js';
import { unansweredEvents, waitingJobs } from '../support/our-books.js';
import { type TestTown, startTestTown, webhookSecret } from '../support/town.js';

let town: TestTown;

beforeAll(async () => {
  town = await startTestTown();
});

afterAll(() => town.close());

async function send(payload: string): Promise<number> {
  const secret = webhookSecret;
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret });
  const { status } = await fetch(`${town.url}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    body: payload,
  });
  return status;
}

const event = (fields: object) => ({
  id: `evt_${randomUUID()}`,
  object: 'event',
  type: 'customer.updated',
  livemode: false,
  data: { object: { object: 'customer', id: 'cus_of_nobody' } },
  ...fields,
});

const about = (object: unknown) => event({ data: { object } });

/** Everything that a field is not meant to be. */
const nonsense: unknown[] = [
  ...[null, 0, 7, true, '', 'x', [], ['a'], {}, { id: 5 }, { id: null }, { id: { id: 'x' } }],
  ...['\0', 'cus_\0', '\ud800', 'y'.repeat(5_000)],
];

const kinds = [
  ...['customer', 'subscription', 'dispute', 'refund', 'invoice_payment'],
  'radar.early_fraud_warning',
];
const named = ['id', 'customer', 'payment_intent', 'charge', 'invoice', 'payment', 'fraud_type'];

const within = (value: unknown): object[] =>
  kinds.flatMap((object) => [
    ...named.map((field) => about({ object, id: 'x_1', [field]: value })),
    about({ object, payment: { payment_intent: value, charge: value } }),
    about({ object, metadata: { [String(value)]: value } }),
  ]);

const around = (value: unknown): unknown[] => [
  value,
  about(value),
  event({ data: value }),
  event({ id: value }),
  event({ type: value }),
  event({ api_version: value, created: value, request: value }),
];

describe('an event that makes no sense', () => {
  it.each(nonsense.map((value) => [JSON.stringify(value).slice(0, 20), value]))(
    'with %s where something else belongs',
    async (_, value) => {
      for (const each of [...within(value), ...around(value)]) {
        const payload = JSON.stringify(each);
        expect(await send(payload), payload.slice(0, 300)).toBe(200);
      }
      await settled(town.app.get(Jobs));
      const { pool } = town.app.get(Database);
      expect(await unansweredEvents(pool)).toEqual([]);
      expect(await waitingJobs(pool)).toEqual([]);
    },
  );

  it('and is nested deeper than anything', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const payload = JSON.stringify(about('here')).replace('"here"', deep);
    expect(await send(payload)).toBe(200);
  });
});
