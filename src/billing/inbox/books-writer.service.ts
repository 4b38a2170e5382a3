/** Writes what Stripe says of a customer into our books: memberships, trials, invoices. */
import { Injectable } from '@nestjs/common';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import { InvoiceRepository } from '../invoice.repository.js';
import { membershipFrom } from '../membership-from.rules.js';
import { type KnownPrice, StripeCatalogueRepository } from '../stripe-catalogue.repository.js';
import type { CustomerSnapshot, SubscriptionSnapshot } from '../subscription-snapshot.js';
import { SubscriptionRepository } from '../subscription.repository.js';
import { TrialKeeper } from './trial-keeper.service.js';

interface Customer {
  userId: string;
  stripeCustomerId: string;
}

@Injectable()
export class BooksWriter {
  constructor(
    private readonly known: StripeCatalogueRepository,
    private readonly subscriptions: SubscriptionRepository,
    private readonly keeper: MembershipKeeper,
    private readonly trials: TrialKeeper,
    private readonly invoices: InvoiceRepository,
  ) {}

  /** Runs in the transaction of its caller, who holds the customer's lock. */
  async write(customer: Customer, snapshot: CustomerSnapshot): Promise<void> {
    const prices = await this.known.knownPrices(
      snapshot.subscriptions.map(({ stripePriceId }) => stripePriceId),
    );
    const ours = new Set<string>();
    for (const subscription of snapshot.subscriptions) {
      const held = await this.subscriptions.heldBy(subscription.subscriptionId);
      // One of ours that was moved to a price of somebody else's keeps what it was bought as.
      const bought = prices.get(subscription.stripePriceId) ?? held;
      // The Stripe account may sell other things, too; they make nobody a member.
      if (bought === null) continue;
      ours.add(subscription.subscriptionId);
      await this.writeSubscription(customer, subscription, bought, held?.membershipId ?? null);
    }
    if (ours.size > 0) await this.keeper.settle(customer.userId);
    for (const invoice of snapshot.invoices) {
      if (invoice.subscriptionId !== null && ours.has(invoice.subscriptionId)) {
        await this.invoices.save(customer.userId, invoice);
      }
    }
  }

  private async writeSubscription(
    customer: Customer,
    subscription: SubscriptionSnapshot,
    bought: KnownPrice,
    membershipId: string | null,
  ): Promise<void> {
    const { subscriptionId } = subscription;
    const membership = await this.keeper.save(
      membershipId,
      membershipFrom(subscription, customer, bought),
    );
    await this.subscriptions.remember({
      stripeSubscriptionId: subscriptionId,
      stripeCustomerId: customer.stripeCustomerId,
      membershipId: membership.id,
    });
    await this.trials.record(customer.userId, membership.id, subscription);
  }
}
