/** Tells the admins of a payment that a card network suspects. */
import { Injectable } from '@nestjs/common';
import { fraudNotice } from '../ending/staff-notices.rules.js';
import { StaffNotices } from '../ending/staff-notices.service.js';
import { StripeCustomerRepository } from '../stripe-customer.repository.js';
import type { FraudWarning } from '../stripe/incoming-event.js';

@Injectable()
export class FraudWarnings {
  constructor(
    private readonly customers: StripeCustomerRepository,
    private readonly notices: StaffNotices,
  ) {}

  /** Once for each warning, however often it is told; in the transaction of its caller. */
  async flag(warning: FraudWarning, stripeCustomerId: string): Promise<void> {
    const userId = await this.customers.userOf(stripeCustomerId);
    if (userId === null) return;
    await this.notices.tell(userId, [fraudNotice({ ...warning, stripeCustomerId })]);
  }
}
