/** Finds the customer of an event that names only a payment: in our books, or else at Stripe. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { fraudWarningIn, paymentNamedIn } from '../stripe/incoming-event.js';
import { FraudWarnings } from './fraud-warnings.service.js';
import { InboxRepository } from './inbox.repository.js';
import { PaymentOwners } from './payment-owners.service.js';
import { enqueueSync } from '../sync/sync-customer.job.js';

@Injectable()
export class EventTracing {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly owners: PaymentOwners,
    private readonly warnings: FraudWarnings,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  async trace(stripeEventId: string): Promise<void> {
    const payload = await this.inbox.payloadOfWaiting(stripeEventId);
    if (payload === null) return;
    const payment = paymentNamedIn(payload);
    const stripeCustomerId = payment && (await this.owners.customerOf(payment));
    if (payment === null || stripeCustomerId === null) {
      return this.inbox.close([stripeEventId], 'ignored');
    }
    const warning = fraudWarningIn(payload);
    await this.database.transaction(async () => {
      await this.inbox.assign(stripeEventId, stripeCustomerId);
      if (warning !== null) await this.warnings.flag(warning, stripeCustomerId);
      await enqueueSync(this.jobs, stripeCustomerId);
    });
  }
}
