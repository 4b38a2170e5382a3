/** Ends a subscription at Stripe that must not go on, and gives back what was paid for it where that is due. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../platform/jobs/job-handler.js';
import { CustomerSync } from '../sync/customer-sync.service.js';
import { StripeEndingGateway } from '../stripe/stripe-ending.gateway.js';
import { type Ending, isPaidBack } from './ending.rules.js';
import { END_SUBSCRIPTION } from './endings.service.js';

@HandlesJob(END_SUBSCRIPTION)
@Injectable()
export class EndSubscriptionJob implements JobHandler {
  constructor(
    private readonly gateway: StripeEndingGateway,
    private readonly customerSync: CustomerSync,
  ) {}

  async handle(payload: unknown): Promise<void> {
    const { subscriptionId, reason, stripeCustomerId } = payload as Ending & {
      stripeCustomerId: string;
    };
    await this.gateway.cancelNow(subscriptionId);
    if (isPaidBack(reason)) await this.gateway.refundAll(subscriptionId, reason);
    await this.customerSync.sync(stripeCustomerId);
  }
}
