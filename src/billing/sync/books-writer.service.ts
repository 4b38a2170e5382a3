/**
 * Writes what Stripe says of a customer into our books, and sets off what follows from it: letters, notices
 * to the admins, and orders to end what must not go on.
 */
import { Injectable } from '@nestjs/common';
import { deadInvoicesOf, endingsOf } from '../ending/ending.rules.js';
import { Endings } from '../ending/endings.service.js';
import { MoneyBooks } from '../ledger/money-books.service.js';
import { CustomerPost } from '../letters/customer-post.service.js';
import { StripeCatalogueRepository } from '../catalogue/stripe-catalogue.repository.js';
import type { CustomerSnapshot } from './subscription-snapshot.js';
import { type Customer, MembershipBooks } from './membership-books.service.js';

@Injectable()
export class BooksWriter {
  constructor(
    private readonly known: StripeCatalogueRepository,
    private readonly memberships: MembershipBooks,
    private readonly money: MoneyBooks,
    private readonly endings: Endings,
    private readonly post: CustomerPost,
  ) {}

  /**
   * Runs in the transaction of its caller, who holds the customer's lock.
   * @returns what differed, a sentence each; none where the books agreed
   */
  async write(customer: Customer, snapshot: CustomerSnapshot): Promise<string[]> {
    const prices = await this.known.knownPrices(stripePricesOf(snapshot));
    const { subscriptions, differences } = await this.memberships.write(customer, snapshot, prices);
    const ours = new Set(subscriptions.map(({ subscription }) => subscription.subscriptionId));
    const invoices = snapshot.invoices.filter(
      ({ subscriptionId }) => subscriptionId !== null && ours.has(subscriptionId),
    );
    const money = await this.money.write(customer.userId, invoices, prices);
    const endings = endingsOf(subscriptions);
    await this.endings.order(customer.stripeCustomerId, endings);
    const dead = deadInvoicesOf(subscriptions, invoices);
    await this.endings.orderVoiding(customer.stripeCustomerId, dead);
    await this.post.send(customer.userId, {
      subscriptions,
      endings,
      invoices,
      newLines: money.lines,
    });
    return [...differences, ...money.differences];
  }
}

function stripePricesOf({ subscriptions, invoices }: CustomerSnapshot): string[] {
  const named = [
    ...subscriptions.flatMap((each) => [each.stripePriceId, each.nextStripePriceId]),
    ...invoices.map(({ service }) => service?.stripePriceId ?? null),
  ];
  return [...new Set(named.filter((id) => id !== null))];
}
