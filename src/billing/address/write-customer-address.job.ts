/** Writes the present address of an account to its customer at Stripe; the last of several changes wins. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../platform/jobs/job-handler.js';
import { ReaderDirectory } from '../../users/reader-directory.service.js';
import { StripeAddressGateway } from '../stripe/stripe-address.gateway.js';
import { StripeCustomerRepository } from '../stripe-customer.repository.js';

export const WRITE_CUSTOMER_ADDRESS = 'write-customer-address';

@HandlesJob(WRITE_CUSTOMER_ADDRESS)
@Injectable()
export class WriteCustomerAddressJob implements JobHandler {
  constructor(
    private readonly accounts: ReaderDirectory,
    private readonly customers: StripeCustomerRepository,
    private readonly gateway: StripeAddressGateway,
  ) {}

  async handle(payload: unknown): Promise<void> {
    const { userId } = payload as { userId: string };
    const account = await this.accounts.byId(userId);
    if (account === null || account.deletedAt !== null) return;
    const customer = await this.customers.customerOf(userId);
    if (customer !== null) await this.gateway.write(customer, account.email);
  }
}
