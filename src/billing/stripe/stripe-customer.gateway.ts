/** Reads everything that a customer has at Stripe now: subscriptions, invoices, and what came back of her payments. */
import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import type { CustomerSnapshot } from '../sync/subscription-snapshot.js';
import { StripeClient } from './stripe.client.js';
import { invoiceFrom, type Reversals } from './stripe-invoice.mapper.js';
import { subscriptionFrom } from './stripe.mapper.js';

/** Stripe's largest page. A reader has a handful of everything; whoever has more costs more calls. */
const page = { limit: 100 };

/** More than any reader has; past it something is wrong, and a sync fails rather than forgets. */
const most = { limit: 10_000 };

@Injectable()
export class StripeCustomerGateway {
  constructor(private readonly client: StripeClient) {}

  /** As it is at the moment of the call, subscriptions in the order in which they were made. */
  async snapshot(customer: string): Promise<CustomerSnapshot> {
    const known = await this.client.find((stripe) => this.everythingOf(stripe, customer));
    if (known === null) return { isDeleted: true, subscriptions: [], invoices: [] };
    const { subscriptions, invoices, reversals } = known;
    return {
      isDeleted: known.isDeleted,
      // Stripe lists the newest first: of two of the same second only this order tells the older.
      subscriptions: subscriptions.toReversed().map(subscriptionFrom),
      invoices: invoices.map((invoice) => invoiceFrom(invoice, reversals)),
    };
  }

  private async everythingOf(stripe: Stripe, customer: string) {
    const [subscriptions, invoices, charges] = await Promise.all([
      stripe.subscriptions
        .list({
          ...page,
          customer,
          status: 'all',
          expand: ['data.default_payment_method', 'data.schedule', 'data.customer'],
        })
        .autoPagingToArray(most),
      stripe.invoices
        .list({ ...page, customer, expand: ['data.payments'] })
        .autoPagingToArray(most),
      stripe.charges.list({ ...page, customer, expand: ['data.refunds'] }).autoPagingToArray(most),
    ]);
    const owner = subscriptions[0]?.customer ?? (await stripe.customers.retrieve(customer));
    return {
      isDeleted: isDeleted(owner),
      subscriptions,
      invoices,
      reversals: await reversalsOf(stripe, charges),
    };
  }
}

/** Refunds come with their charge up to ten; disputes have to be asked for, where there are any. */
async function reversalsOf(stripe: Stripe, charges: readonly Stripe.Charge[]): Promise<Reversals> {
  const refunds = charges.map(async ({ id, refunds: told }) =>
    told?.has_more === true
      ? stripe.refunds.list({ ...page, charge: id }).autoPagingToArray(most)
      : (told?.data ?? []),
  );
  const disputes = charges
    .filter(({ disputed }) => disputed)
    .map(({ id }) => stripe.disputes.list({ ...page, charge: id }).autoPagingToArray(most));
  return {
    refunds: (await Promise.all(refunds)).flat(),
    disputes: (await Promise.all(disputes)).flat(),
  };
}

const isDeleted = (owner: string | Stripe.Customer | Stripe.DeletedCustomer): boolean =>
  typeof owner !== 'string' && owner.deleted === true;
