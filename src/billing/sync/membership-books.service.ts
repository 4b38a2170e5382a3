/** Writes what Stripe says of a customer's subscriptions into our books: memberships and trials. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Membership, MembershipDraft } from '../../memberships/membership.js';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import { JoinKeeper } from './join-keeper.service.js';
import { membershipDifferences } from './membership-differences.rules.js';
import { membershipFrom } from './membership-from.rules.js';
import { overdueOf } from './overdue.rules.js';
import { reversalOf } from './reversal.rules.js';
import type { KnownPrice } from '../catalogue/stripe-catalogue.repository.js';
import type { CustomerSnapshot, SubscriptionSnapshot } from './subscription-snapshot.js';
import { SubscriptionRepository } from './subscription.repository.js';
import type { WrittenSubscription } from './written-subscription.js';
import { TrialKeeper } from './trial-keeper.service.js';

/** Whose books are written, and as whose customer Stripe knows her. */
export interface Customer {
  userId: string;
  stripeCustomerId: string;
}

export interface MembershipsWritten {
  subscriptions: WrittenSubscription[];
  /** What differed, a sentence each. */
  differences: string[];
}

@Injectable()
export class MembershipBooks {
  constructor(
    private readonly held: SubscriptionRepository,
    private readonly keeper: MembershipKeeper,
    private readonly trials: TrialKeeper,
    private readonly joins: JoinKeeper,
  ) {}

  /** Runs in the transaction of its caller, who holds the customer's lock. */
  async write(
    customer: Customer,
    snapshot: CustomerSnapshot,
    prices: ReadonlyMap<string, KnownPrice>,
  ): Promise<MembershipsWritten> {
    const subscriptions: WrittenSubscription[] = [];
    const differences: string[] = [];
    for (const subscription of snapshot.subscriptions) {
      const held = await this.held.heldBy(subscription.subscriptionId);
      // One of ours that was moved to a price of somebody else's keeps what it was bought as.
      const bought = prices.get(subscription.stripePriceId) ?? whatIsHeld(held);
      // The Stripe account may sell other things, too; they make nobody a member.
      if (bought === null) continue;
      const written = await this.writeOne(customer, snapshot, {
        subscription,
        held,
        bought,
        prices,
      });
      subscriptions.push(written.written);
      differences.push(...written.differences);
    }
    if (snapshot.isDeleted) differences.push(...(await this.endForgotten(customer, subscriptions)));
    if (differences.length > 0) await this.keeper.settle(customer.userId);
    return { subscriptions, differences };
  }

  private async writeOne(
    customer: Customer,
    { invoices }: CustomerSnapshot,
    { subscription, held, bought, prices }: Found,
  ): Promise<{ written: WrittenSubscription; differences: string[] }> {
    const { subscriptionId, nextStripePriceId } = subscription;
    const membershipId = held?.id ?? uuid();
    const isRepeatTrial = await this.trials.record(customer.userId, membershipId, subscription);
    const reversal = reversalOf(subscription, invoices);
    const draft = membershipFrom(subscription, customer, {
      bought,
      nextPriceId: prices.get(nextStripePriceId ?? '')?.priceId ?? null,
      reversal,
      overdue: overdueOf(subscriptionId, invoices),
      isRepeatTrial,
    });
    const differences = differencesOf(subscriptionId, held, draft);
    const membership =
      held !== null && differences.length === 0
        ? held
        : await this.keeper.save(membershipId, draft);
    if (held === null) await this.held.remember({ subscriptionId, membershipId, ...customer });
    await this.joins.record(subscription, held, membership);
    return { written: { subscription, membership, isRepeatTrial, reversal }, differences };
  }

  /** What Stripe no longer tells of a customer that it deleted has ended with her. */
  private async endForgotten(
    { stripeCustomerId }: Customer,
    told: readonly WrittenSubscription[],
  ): Promise<string[]> {
    const known = new Set(told.map(({ subscription }) => subscription.subscriptionId));
    const differences: string[] = [];
    for (const { subscriptionId, membership } of await this.held.listOf(stripeCustomerId)) {
      if (known.has(subscriptionId) || membership.status === 'ended') continue;
      const ended = await this.keeper.end(membership);
      differences.push(...differencesOf(subscriptionId, membership, ended));
    }
    return differences;
  }
}

interface Found {
  subscription: SubscriptionSnapshot;
  held: Membership | null;
  bought: KnownPrice;
  prices: ReadonlyMap<string, KnownPrice>;
}

const whatIsHeld = (held: Membership | null): KnownPrice | null =>
  held === null || held.priceId === null ? null : { priceId: held.priceId, planId: held.planId };

const differencesOf = (
  subscriptionId: string,
  before: Membership | null,
  after: MembershipDraft,
): string[] =>
  membershipDifferences(before, after).map((difference) => `${subscriptionId}: ${difference}`);
