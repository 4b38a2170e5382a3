/** Before an account goes: nothing of hers runs on at Stripe, and no page of a purchase is left open. */
import { Injectable } from '@nestjs/common';
import { BillingAccount } from '../billing-account.service.js';
import { CheckoutPages } from '../checkout/checkout-pages.service.js';
import { CheckoutRepository } from '../checkout/checkout.repository.js';
import { StripeCustomerRepository } from '../stripe-customer.repository.js';
import { StripeDepartureGateway } from '../stripe/stripe-departure.gateway.js';

@Injectable()
export class PurchaseEnding {
  constructor(
    private readonly checkouts: CheckoutRepository,
    private readonly pages: CheckoutPages,
    private readonly customers: StripeCustomerRepository,
    private readonly departure: StripeDepartureGateway,
    private readonly account: BillingAccount,
  ) {}

  /** @throws Problem 503 when Stripe cannot be reached */
  async endAll(userId: string): Promise<void> {
    const checkout = await this.checkouts.findOpen(userId);
    if (checkout !== null) await this.pages.putAside(checkout);
    const customer = await this.customers.customerOf(userId);
    if (customer === null) return;
    await this.departure.endSubscriptions(customer);
    await this.account.sync(userId);
  }
}
