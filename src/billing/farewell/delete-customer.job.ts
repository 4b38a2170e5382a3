/** Deletes at Stripe the customer of an account that was deleted here, and looks at what that ended. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../platform/jobs/job-handler.js';
import { CustomerSync } from '../sync/customer-sync.service.js';
import { StripeCustomerRepository } from '../stripe-customer.repository.js';
import { StripeDepartureGateway } from '../stripe/stripe-departure.gateway.js';
import { DELETE_CUSTOMER } from './customer-farewell.js';

@HandlesJob(DELETE_CUSTOMER)
@Injectable()
export class DeleteCustomerJob implements JobHandler {
  constructor(
    private readonly gateway: StripeDepartureGateway,
    private readonly customers: StripeCustomerRepository,
    private readonly customerSync: CustomerSync,
  ) {}

  async handle(payload: unknown): Promise<void> {
    const { stripeCustomerId } = payload as { stripeCustomerId: string };
    await this.gateway.deleteCustomer(stripeCustomerId);
    await this.customers.markDeleted(stripeCustomerId);
    await this.customerSync.sync(stripeCustomerId);
  }
}
