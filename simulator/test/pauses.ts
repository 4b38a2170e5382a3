/** Subscriptions that are paused, and what was asked of them before. */
import type Stripe from 'stripe';
import { invoicesOf, startTeam } from './members.js';
import { DAY, startTown, startTrialWithoutCard, type Town } from './support.js';

export const HALF = 15 * DAY;

/** A team that has paid $50 for thirty days, in the middle of them. */
export async function teamAtHalf(changes: Partial<Stripe.SubscriptionCreateParams> = {}) {
  const town = await startTown();
  const team = await startTeam(town, changes);
  await town.simulator.advance(HALF);
  town.mark();
  const now = () => town.stripe.subscriptions.retrieve(team.subscription.id);
  const newest = async () => {
    const [invoice] = await invoicesOf(town, team.subscription.id);
    if (!invoice) throw new Error('No invoice');
    return invoice;
  };
  return { town, ...team, id: team.subscription.id, now, newest };
}

/** The same team, paused at half its period and ten days older. */
export async function pausedTeam(unused: 'now' | 'none' = 'now') {
  const team = await teamAtHalf();
  await team.town.stripe.subscriptions.pause(team.id, {
    bill_for: { unused_time_from: { type: unused } },
  });
  await team.town.simulator.advance(10 * DAY);
  team.town.mark();
  const resume = (params: Stripe.SubscriptionResumeParams = {}) =>
    team.town.stripe.subscriptions.resume(team.id, params);
  return { ...team, resume };
}

/** A trial without a card has ended, and the subscription is paused. */
export async function pausedTrial() {
  const town = await startTown();
  const { subscription, customer } = await startTrialWithoutCard(town, 'pause');
  await town.simulator.advance(10 * DAY);
  town.mark();
  return { town, subscription, customer };
}

/** The amounts that wait for the next invoice. */
export const waitingOf = async (town: Town) =>
  (await town.stripe.invoiceItems.list({ pending: true })).data.map(({ amount }) => amount);
