/** Empties the events that Stripe sent about somebody whose account is deleted. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../platform/jobs/job-handler.js';
import { BillingErasureRepository } from './billing-erasure.repository.js';
import { FORGET_EVENTS } from './customer-farewell.js';

@HandlesJob(FORGET_EVENTS)
@Injectable()
export class ForgetEventsJob implements JobHandler {
  constructor(private readonly erasure: BillingErasureRepository) {}

  async handle(payload: unknown): Promise<void> {
    const { stripeCustomerId } = payload as { stripeCustomerId: string };
    await this.erasure.forgetEvents(stripeCustomerId);
  }
}
