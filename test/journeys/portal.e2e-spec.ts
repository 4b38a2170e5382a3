/** The portal offers what we say it offers, whatever the dashboard says; our own pages do without it. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { stripeFails, stripeIsWell } from '../support/faults.js';
import { joinAs } from '../support/readers.js';
import { stripeOf } from '../support/stripe-account.js';
import { type TestTown, openCheckout, pay, sellPro, startTestTown } from '../support/town.js';
import { Visitor } from '../support/visitor.js';

let town: TestTown;
let yearly: string;

beforeAll(async () => {
  town = await startTestTown();
  yearly = (await sellPro(town, await town.staff('admin'))).yearly;
});

afterAll(() => town.close());

afterEach(() => stripeIsWell(town));

async function aMember() {
  const reader = await joinAs(town);
  await pay(town, await openCheckout(town, reader.accessToken, yearly));
  await town.mailbox();
  return reader;
}

const openPortal = (token: string) =>
  town.ask('POST', '/api/v1/billing/portal-sessions', { token });

const configurations = () =>
  town.simulator.state.portalConfigurations
    .all()
    .filter(({ metadata }) => metadata?.['broadsheet'] === 'portal');

it('two members who open it at once find one configuration: card, invoices, cancelling with a reason', async () => {
  const [mira, nora] = [await aMember(), await aMember()];
  const answers = await Promise.all([openPortal(mira.accessToken), openPortal(nora.accessToken)]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const ours = configurations();
  expect(ours).toMatchObject([
    {
      is_default: false,
      features: {
        customer_update: { enabled: true },
        invoice_history: { enabled: true },
        payment_method_update: { enabled: true },
        subscription_cancel: {
          enabled: true,
          mode: 'at_period_end',
          cancellation_reason: { enabled: true },
        },
        subscription_pause: { enabled: false },
        subscription_update: { enabled: false },
      },
    },
  ]);
  const sessions = town.simulator.state.portalSessions.all();
  expect(sessions.map(({ configuration }) => configuration)).toEqual(
    sessions.map(() => ours[0]?.id),
  );
});

it('when somebody switches the configuration off, another takes its place', async () => {
  const { accessToken } = await aMember();
  await openPortal(accessToken);
  const [ours] = configurations();
  await stripeOf(town).billingPortal.configurations.update(ours?.id ?? '', { active: false });
  expect((await openPortal(accessToken)).status).toBe(201);
  expect(configurations().filter(({ active }) => active)).toHaveLength(1);
});

it('while it cannot be reached, her own page shows everything and cancels', async () => {
  const { accessToken, user } = await aMember();
  await stripeFails(town, { path: '/v1/billing_portal/*', action: 'server-error' });
  expect((await openPortal(accessToken)).status).toBe(503);
  const visitor = new Visitor(town.url);
  await visitor.signIn(user.email);
  const page = await visitor.open('/account');
  expect(page.status).toBe(200);
  expect(page.html).toContain('Your free trial runs until');
  const cancelled = await town.ask('POST', '/api/v1/me/membership/cancel', { token: accessToken });
  expect(cancelled.status).toBe(200);
  expect(cancelled.body).toMatchObject({ cancelsAt: expect.any(String) as unknown });
});
