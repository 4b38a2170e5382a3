/** Goes through everybody who has a subscription at Stripe, whoever sold it. */
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { StripeClient } from './stripe.client.js';

/** Stripe's largest page. */
const limit = 100;

export interface StripeBuyer {
  customerId: string;
  /** The account of ours that the customer says it was made for. */
  userId: string | null;
}

@Injectable()
export class StripeBuyerGateway {
  constructor(private readonly client: StripeClient) {}

  /** One entry a subscription, ended ones included. */
  async *pages(): AsyncGenerator<StripeBuyer[]> {
    let after: { starting_after?: string } = {};
    for (;;) {
      const page = await this.client.call((stripe) =>
        stripe.subscriptions.list({ status: 'all', limit, expand: ['data.customer'], ...after }),
      );
      yield page.data.flatMap(({ customer }) => {
        if (typeof customer === 'string' || customer.deleted === true) return [];
        const named = customer.metadata['broadsheet_user'];
        return [{ customerId: customer.id, userId: isUUID(named) ? (named ?? null) : null }];
      });
      const last = page.data.at(-1);
      if (!page.has_more || last === undefined) return;
      after = { starting_after: last.id };
    }
  }
}
