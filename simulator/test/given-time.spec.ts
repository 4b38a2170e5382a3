/** A subscription that is paid for is given time: its next bill moves, and nothing is charged until then. */
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, NOW, type Town, startTown, startTrial } from './support.js';

async function paidYear(): Promise<{ town: Town; id: string; end: number }> {
  const town = await startTown();
  const { subscription } = await startTrial(town);
  const paid = await town.stripe.subscriptions.update(subscription.id, { trial_end: 'now' });
  return { town, id: paid.id, end: paid.items.data[0]?.current_period_end ?? 0 };
}

describe('a paid subscription that is given time', () => {
  it('is in a trial until then, for which a bill of nothing is made', async () => {
    const { town, id, end } = await paidYear();
    await town.simulator.advance(DAY);
    town.mark();

    const given = await town.stripe.subscriptions.update(id, {
      trial_end: end + 30 * DAY,
      proration_behavior: 'none',
      metadata: { why: 'goodwill' },
    });

    expect(given).toMatchObject({
      status: 'trialing',
      trial_start: NOW + DAY,
      trial_end: end + 30 * DAY,
      billing_cycle_anchor: end + 30 * DAY,
      metadata: { why: 'goodwill' },
      items: { data: [{ current_period_end: end + 30 * DAY }] },
    });
    expect(town.happened()).toEqual([
      'customer.subscription.updated',
      'invoice.created',
      'invoice.finalized',
      'invoice.paid',
      'invoice.payment_succeeded',
    ]);
    const [bill] = (await town.stripe.invoices.list({ subscription: id })).data;
    expect(bill).toMatchObject({ status: 'paid', total: 0, amount_paid: 0 });
  });

  it('is billed again when that time is over, and not before', async () => {
    const { town, id, end } = await paidYear();
    const until = end + 30 * DAY;
    await town.stripe.subscriptions.update(id, { trial_end: until, proration_behavior: 'none' });

    await town.simulator.advance(until - NOW - DAY);
    const paid = { subscription: id, status: 'paid' } as const;
    expect((await town.stripe.invoices.list(paid)).data.map(({ total }) => total)).toEqual([
      0, 30_000, 0,
    ]);
    await town.simulator.advance(DAY + 2 * HOUR);

    expect(await town.stripe.subscriptions.retrieve(id)).toMatchObject({ status: 'active' });
    expect((await town.stripe.invoices.list(paid)).data[0]).toMatchObject({ total: 30_000 });
  });

  it('is so without prorations, which the simulator would have to work out', async () => {
    const { town, id, end } = await paidYear();
    await expect(
      town.stripe.subscriptions.update(id, { trial_end: end + DAY }),
    ).rejects.toMatchObject({ statusCode: 400, param: 'trial_end' });
  });
});
