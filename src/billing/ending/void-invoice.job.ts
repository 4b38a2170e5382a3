/** Voids at Stripe the open invoice of a subscription that is over, so that nobody pays for nothing. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../platform/jobs/job-handler.js';
import { StripeEndingGateway } from '../stripe/stripe-ending.gateway.js';
import { CustomerSync } from '../sync/customer-sync.service.js';
import { VOID_INVOICE } from './endings.service.js';

@HandlesJob(VOID_INVOICE)
@Injectable()
export class VoidInvoiceJob implements JobHandler {
  constructor(
    private readonly gateway: StripeEndingGateway,
    private readonly customerSync: CustomerSync,
  ) {}

  async handle(payload: unknown): Promise<void> {
    const { invoiceId, stripeCustomerId } = payload as {
      invoiceId: string;
      stripeCustomerId: string;
    };
    await this.gateway.voidInvoice(invoiceId);
    await this.customerSync.sync(stripeCustomerId);
  }
}
