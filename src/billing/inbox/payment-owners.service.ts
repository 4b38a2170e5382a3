/** Whose payment it was: our books know most, and Stripe knows the rest. */
import { Injectable } from '@nestjs/common';
import type { NamedPayment } from '../stripe/incoming-event.js';
import { StripeEventGateway } from '../stripe/stripe-event.gateway.js';
import { PaymentOwnerRepository } from './payment-owner.repository.js';

@Injectable()
export class PaymentOwners {
  constructor(
    private readonly books: PaymentOwnerRepository,
    private readonly gateway: StripeEventGateway,
  ) {}

  /** @returns a Stripe customer, not necessarily one of ours; null for nobody's payment */
  async customerOf(payment: NamedPayment): Promise<string | null> {
    return (await this.books.customerOf(payment)) ?? this.gateway.customerOf(payment);
  }
}
