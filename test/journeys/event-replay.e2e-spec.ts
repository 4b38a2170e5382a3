/** Events that Stripe made and never brought: found in its own list within the hour. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPLAY_EVENTS } from '../../src/billing/replay/replay-events.job.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { settled } from '../support/app.js';
import { hearNothing, stripeFails, stripeIsWell } from '../support/faults.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, openCheckout, pay, sellPro, startTestTown } from '../support/town.js';

let town: TestTown;
let priceId: string;

beforeAll(async () => {
  town = await startTestTown();
  priceId = (await sellPro(town, await town.staff('admin'))).yearly;
});

afterAll(() => town.close());

const pool = () => town.app.get(Database).pool;

async function replay(): Promise<void> {
  await town.app.get(Jobs).enqueue(REPLAY_EVENTS, {});
  await settled(town.app.get(Jobs));
}

async function inbox(): Promise<{ id: string; wasReplayed: boolean; status: string }[]> {
  const { rows } = await pool().query<{ id: string; wasReplayed: boolean; status: string }>(
    'select "stripeEventId" as id, "wasReplayed", status from webhook_events',
  );
  return rows;
}

async function through(): Promise<Date | undefined> {
  const { rows } = await pool().query<{ through: Date }>('select through from event_replays');
  return rows[0]?.through;
}

const stateOf = async (token: string) =>
  (await town.ask('GET', '/api/v1/me/membership', { token })).body;

describe('events that were not delivered', () => {
  it('are found, taken in once, and answered', async () => {
    const { accessToken: token } = await joinAs(town);
    await hearNothing(town);
    await pay(town, await openCheckout(town, token, priceId));
    await stripeIsWell(town);
    await settled(town.app.get(Jobs));
    expect(await stateOf(token)).toMatchObject({ state: 'none' });

    await replay();
    expect(await stateOf(token)).toMatchObject({ state: 'trialing' });
    const after = await inbox();
    const made = town.simulator.state.events
      .all()
      .filter(({ type }) => type === 'customer.subscription.created');
    expect(made).toHaveLength(1);
    expect(after.find(({ id }) => id === made[0]?.id)).toMatchObject({
      wasReplayed: true,
      status: 'processed',
    });

    await replay();
    expect(await inbox()).toHaveLength(after.length);
  });

  it('are found among those that were, from where the last replay came to', async () => {
    const { accessToken: token } = await joinAs(town);
    await pay(town, await openCheckout(town, token, priceId));
    await settled(town.app.get(Jobs));
    await replay();
    const before = await through();
    await hearNothing(town);
    await town.pass(8 * 24 * 60 * 60);
    await stripeIsWell(town);
    await replay();
    expect(await stateOf(token)).toMatchObject({ state: 'active' });
    const moved = await through();
    expect(moved?.getTime()).toBeGreaterThan(before?.getTime() ?? Infinity);
    expect(moved?.getTime()).toBeLessThanOrEqual(town.app.get(Clock).now().getTime());
  });

  it('are not passed over when Stripe does not answer: the next hour begins where this one ended', async () => {
    const before = await through();
    const { accessToken: token } = await joinAs(town);
    await hearNothing(town);
    await pay(town, await openCheckout(town, token, priceId));
    await stripeFails(town, { path: '/v1/events', action: 'server-error' });
    await replay();
    expect(await through()).toEqual(before);
    await stripeIsWell(town);
    expect(await stateOf(token)).toMatchObject({ state: 'none' });
    await replay();
    expect(await stateOf(token)).not.toMatchObject({ state: 'none' });
  });
});
