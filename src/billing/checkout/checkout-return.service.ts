/** A reader comes back from Stripe's page: what she bought is hers before she sees the next one. */
import { Injectable } from '@nestjs/common';
import { MembershipDesk } from '../../memberships/membership-desk.service.js';
import type { MembershipView } from '../../memberships/membership.presenter.js';
import type { Reader } from '../../users/reader.js';
import { checkoutNotFound } from '../billing.errors.js';
import { BillingAccount } from '../billing-account.service.js';
import { CheckoutRepository } from './checkout.repository.js';
import { StripeCheckoutGateway } from '../stripe/stripe-checkout.gateway.js';

@Injectable()
export class CheckoutReturn {
  constructor(
    private readonly checkouts: CheckoutRepository,
    private readonly gateway: StripeCheckoutGateway,
    private readonly account: BillingAccount,
    private readonly memberships: MembershipDesk,
  ) {}

  /**
   * @param sessionId Stripe's id of the checkout session
   * @throws Problem 404 `billing/checkout-not-found` when it is not this reader's
   */
  async arrive(reader: Pick<Reader, 'id'>, sessionId: string): Promise<MembershipView> {
    const checkout = await this.checkouts.findBySession(reader.id, sessionId);
    if (checkout === null) throw checkoutNotFound();
    // Asked before the sync, so that what was bought until then is in the answer.
    const state = await this.gateway.stateOf(sessionId);
    await this.account.sync(reader.id);
    if (state !== 'open') await this.checkouts.close(checkout, state);
    return this.memberships.show(reader.id);
  }
}
