/** Moves a subscription to another price: at once, or at the end of its period by a schedule that Stripe follows. */
import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import type { Money } from '../../platform/money/money.js';
import type { BillingInterval } from '../../plans/plan.js';
import { cardDeclined, cardWantsItsOwner } from '../plan-change/plan-change.errors.js';
import { attachSchedule, releaseSchedule } from './stripe-schedule.js';
import { StripeClient } from './stripe.client.js';
import { idOf, instant } from './stripe-instant.js';

interface Terms {
  /** The difference is charged at once, or the change is not made. */
  readonly isCharged: boolean;
  readonly beginsPeriod: boolean;
}

/** What a change would cost now, and until when that is paid for. */
export interface ChangeCost {
  readonly dueNow: Money;
  /** What is left of what was paid already, as it is taken off. */
  readonly credit: Money;
  readonly paidUntil: Date;
}

@Injectable()
export class StripePlanChangeGateway {
  constructor(private readonly client: StripeClient) {}

  /**
   * Changes the price, and forgets a change that was to come.
   * @throws Problem 402 when the card is declined; nothing is changed then
   */
  async changeNow(subscriptionId: string, to: string, terms: Terms): Promise<void> {
    await this.client.call(async (stripe) => {
      const subscription = await stripe.subscriptions.retrieve(subscriptionId);
      if (itemOf(subscription).price.id !== to) {
        await moveOnce(stripe, subscription, to, terms).catch((error: unknown) => {
          throw inOurWords(error);
        });
      }
      await releaseSchedule(stripe, subscription);
    });
  }

  /** What `changeNow` would charge, without doing it. */
  async costNow(subscriptionId: string, to: string, terms: Terms): Promise<ChangeCost> {
    return this.client.call(async (stripe) => {
      const subscription = await stripe.subscriptions.retrieve(subscriptionId);
      const { items, proration_behavior, billing_cycle_anchor } = moving(subscription, to, terms);
      const invoice = await stripe.invoices.createPreview({
        subscription: subscriptionId,
        subscription_details: {
          items,
          proration_behavior,
          ...(billing_cycle_anchor === undefined ? {} : { billing_cycle_anchor }),
        },
      });
      return costOf(invoice);
    });
  }

  /** @param interval of the new price */
  async changeAtPeriodEnd(
    subscriptionId: string,
    to: string,
    interval: BillingInterval,
  ): Promise<void> {
    await this.client.call(async (stripe) => {
      const subscription = await stripe.subscriptions.retrieve(subscriptionId);
      const schedule = await attachSchedule(stripe, subscription);
      const present = presentPhase(schedule);
      const discounts = present.discounts
        .map(({ discount }) => idOf(discount))
        .filter((discount) => discount !== null)
        .map((discount) => ({ discount }));
      // Left out where there are none: an empty list would take away the customer's own.
      const kept = discounts.length === 0 ? {} : { discounts };
      await stripe.subscriptionSchedules.update(schedule.id, {
        end_behavior: 'release',
        proration_behavior: 'none',
        phases: [
          {
            start_date: present.start_date,
            end_date: present.end_date,
            items: present.items.map((item) => ({
              price: idOf(item.price) ?? '',
              quantity: item.quantity ?? 1,
            })),
            proration_behavior: 'none',
            // Left out, time that staff gave would be over now.
            ...(present.trial_end === null ? {} : { trial_end: present.trial_end }),
            ...kept,
          },
          {
            items: [{ price: to, quantity: itemOf(subscription).quantity ?? 1 }],
            duration: { interval, interval_count: 1 },
            proration_behavior: 'none',
            ...kept,
          },
        ],
      });
    });
  }

  /** Takes back a change that was to come. */
  async keep(subscriptionId: string): Promise<void> {
    await this.client.call(async (stripe) =>
      releaseSchedule(stripe, await stripe.subscriptions.retrieve(subscriptionId)),
    );
  }
}

/**
 * Requests at the same time, or after a lost answer, are one to Stripe: the key says from what to what.
 * But Stripe repeats its answer for a day, also when a card was declined that is mended now, or when she
 * has gone back and forth since; a repeated answer is therefore checked, and asked for anew.
 */
async function moveOnce(
  stripe: Stripe,
  subscription: Stripe.Subscription,
  to: string,
  terms: Terms,
): Promise<void> {
  const { id } = subscription;
  const item = itemOf(subscription);
  const move = (options?: Stripe.RequestOptions) =>
    stripe.subscriptions.update(id, moving(subscription, to, terms), options);
  const idempotencyKey = `change:${id}:${item.price.id}:${to}:${item.quantity ?? 1}:${item.current_period_end}`;
  try {
    const { lastResponse } = await move({ idempotencyKey });
    if (!isRepeated(lastResponse.headers)) return;
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeCardError)) throw error;
    if (!isRepeated(error.headers ?? {})) throw error;
  }
  const present = await stripe.subscriptions.retrieve(id);
  if (itemOf(present).price.id !== to) await move();
}

function inOurWords(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeCardError)) return error;
  const wantsOwner = /requires_action|authentication_required/.test(
    `${error.code ?? ''} ${error.decline_code ?? ''}`,
  );
  return wantsOwner ? cardWantsItsOwner(error) : cardDeclined(error.message, error);
}

const isRepeated = (headers: Record<string, string>): boolean =>
  headers['idempotent-replayed'] === 'true';

/** A trial, and time that staff gave, keep their end: the new price's period begins with it. */
function moving(subscription: Stripe.Subscription, to: string, terms: Terms) {
  const { id, quantity } = itemOf(subscription);
  return {
    items: [{ id, price: to, quantity: quantity ?? 1 }],
    ...(terms.isCharged
      ? ({ proration_behavior: 'always_invoice', payment_behavior: 'error_if_incomplete' } as const)
      : ({ proration_behavior: 'none' } as const)),
    ...(terms.beginsPeriod && subscription.status !== 'trialing'
      ? ({ billing_cycle_anchor: { type: 'now' } } as const)
      : {}),
  };
}

function costOf({ amount_due: amount, currency, lines }: Stripe.Invoice): ChangeCost {
  const credited = lines.data.filter((line) => line.amount < 0);
  const ends = lines.data.map(({ period }) => period.end);
  return {
    dueNow: { amount, currency },
    credit: { amount: -credited.reduce((sum, line) => sum + line.amount, 0), currency },
    paidUntil: instant(Math.max(...ends)),
  };
}

function itemOf(subscription: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error(`Subscription ${subscription.id} has no item.`);
  return item;
}

function presentPhase(schedule: Stripe.SubscriptionSchedule): Stripe.SubscriptionSchedule.Phase {
  const { phases, current_phase: current } = schedule;
  const phase = phases.find(({ start_date }) => start_date === current?.start_date);
  if (phase === undefined) throw new Error(`Schedule ${schedule.id} has no present phase.`);
  return phase;
}
