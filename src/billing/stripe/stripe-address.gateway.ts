/** Tells Stripe where a customer is written to. */
import { Injectable } from '@nestjs/common';
import { StripeClient } from './stripe.client.js';

@Injectable()
export class StripeAddressGateway {
  constructor(private readonly client: StripeClient) {}

  /** A customer that was deleted at Stripe stays so. */
  async write(customerId: string, email: string): Promise<void> {
    await this.client.find((stripe) => stripe.customers.update(customerId, { email }));
  }
}
