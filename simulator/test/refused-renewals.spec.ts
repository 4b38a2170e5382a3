/** A renewal whose card is refused: the tries, what becomes of the subscription, and how it recovers. */
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, NOW, startTown, startTrial, type Town } from './support.js';

const REFUSAL = [
  'charge.failed',
  'payment_intent.payment_failed',
  'invoice.payment_failed',
  'invoice.updated',
];

const get = (town: Town, id: string) => town.stripe.subscriptions.retrieve(id);

describe('a refused renewal', () => {
  it('is past due, is tried again after 3, 5 and 7 days, and is then canceled', async () => {
    const town = await startTown();
    const { subscription } = await startTrial(town, '4000000000000341');
    await town.simulator.advance(7 * DAY);
    town.mark();

    await town.simulator.advance(HOUR);

    expect(town.happened()).toEqual([
      'invoice.finalized',
      'payment_intent.created',
      ...REFUSAL,
      'customer.subscription.updated',
    ]);
    const firstTry = NOW + 7 * DAY + HOUR;
    const open = async () => {
      const [invoice] = (await town.stripe.invoices.list({ subscription: subscription.id })).data;
      return [invoice?.attempt_count, invoice?.next_payment_attempt];
    };
    expect(await get(town, subscription.id)).toMatchObject({ status: 'past_due' });
    expect(await open()).toEqual([1, firstTry + 3 * DAY]);
    town.mark();
    await town.simulator.advance(3 * DAY);
    expect(town.happened()).toEqual(REFUSAL);
    expect(await open()).toEqual([2, firstTry + 5 * DAY]);
    await town.simulator.advance(2 * DAY);
    expect(await open()).toEqual([3, firstTry + 7 * DAY]);
    town.mark();
    await town.simulator.advance(2 * DAY);
    expect(town.happened()).toEqual([...REFUSAL, 'customer.subscription.deleted']);
    expect(await open()).toEqual([4, null]);
    expect(await get(town, subscription.id)).toMatchObject({
      status: 'canceled',
      ended_at: firstTry + 7 * DAY,
      cancellation_details: { reason: 'payment_failed' },
    });
  });

  it('is left unpaid where the account is set so', async () => {
    const town = await startTown({ settings: { retryDays: [1], afterLastRetry: 'unpaid' } });
    const { subscription } = await startTrial(town, '4000000000000341');

    await town.simulator.advance(9 * DAY);

    expect(await get(town, subscription.id)).toMatchObject({ status: 'unpaid' });
  });

  it('remembers on the payment why the bank refused', async () => {
    const town = await startTown();
    await startTrial(town, '4000000000000341');
    await town.simulator.advance(7 * DAY + HOUR);

    const [charge] = (await town.stripe.charges.list()).data;
    const intent = await town.stripe.paymentIntents.retrieve(charge?.payment_intent as string);

    expect(charge).toMatchObject({ status: 'failed', failure_code: 'card_declined' });
    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', decline_code: 'generic_decline' },
    });
  });

  it('waits for its holder where the card wants 3-D Secure every time', async () => {
    const town = await startTown();
    const { subscription } = await startTrial(town, '4000002760003184');
    await town.simulator.advance(7 * DAY);
    town.mark();

    await town.simulator.advance(HOUR);

    expect(town.happened()).toEqual([
      'invoice.finalized',
      'payment_intent.created',
      'payment_intent.requires_action',
      'invoice.payment_action_required',
      'invoice.payment_failed',
      'invoice.updated',
      'customer.subscription.updated',
    ]);
    const [invoice] = (await town.stripe.invoices.list({ status: 'open' })).data;
    const page = await fetch(invoice?.hosted_invoice_url ?? '', {
      method: 'POST',
      body: new URLSearchParams({ action: 'pay' }),
      redirect: 'manual',
    });
    const bank = new URL(page.headers.get('location') ?? '', town.simulator.url);
    town.mark();
    await fetch(bank, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'complete' }),
      redirect: 'manual',
    });

    expect(town.happened()).toEqual([
      'charge.succeeded',
      'payment_intent.succeeded',
      'invoice_payment.paid',
      'invoice.paid',
      'invoice.payment_succeeded',
      'customer.subscription.updated',
    ]);
    expect(await get(town, subscription.id)).toMatchObject({ status: 'active' });
  });
});
