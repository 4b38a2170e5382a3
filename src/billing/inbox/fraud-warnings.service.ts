/** Flags a payment that a card network suspects: the admins decide, nobody loses access by it. */
import { Injectable } from '@nestjs/common';
import { StripeCustomerRepository } from '../stripe-customer.repository.js';
import type { FraudWarning } from '../stripe/incoming-event.js';
import { Alarm } from './alarm.service.js';

@Injectable()
export class FraudWarnings {
  constructor(
    private readonly customers: StripeCustomerRepository,
    private readonly alarm: Alarm,
  ) {}

  /** Once for each warning, however often it is told. */
  async flag({ warningId, fraudType }: FraudWarning, stripeCustomerId: string): Promise<void> {
    const userId = await this.customers.userOf(stripeCustomerId);
    if (userId === null) return;
    await this.alarm.raise({
      deed: {
        actorId: null,
        action: 'payment.suspected',
        subject: { kind: 'fraud-warning', id: warningId },
        detail: { member: userId, customer: stripeCustomerId, fraudType },
      },
      letter: {
        subject: 'A payment may be fraudulent',
        lines: [
          `A card network suspects a payment of the member ${userId} (Stripe's customer ${stripeCustomerId}): ${fraudType}.`,
          'Nothing was changed. A refund now costs less than a dispute later: please look at the payment in Stripe.',
        ],
      },
    });
  }
}
