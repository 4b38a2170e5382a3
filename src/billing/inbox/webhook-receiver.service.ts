/** Takes an event in: verify, write down once, answer; the work is a job's. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { badSignature } from '../billing.errors.js';
import { StripeSignature, incomingEventFrom } from '../stripe/stripe-signature.js';
import { InboxRepository } from './inbox.repository.js';
import { enqueueSync } from './sync-customer.job.js';

@Injectable()
export class WebhookReceiver {
  constructor(
    private readonly signature: StripeSignature,
    private readonly database: Database,
    private readonly inbox: InboxRepository,
    private readonly jobs: Jobs,
  ) {}

  /**
   * @param body exactly the bytes that were signed
   * @throws Problem 400 `billing/bad-signature`; nothing is written then
   */
  async receive(body: Buffer, signature: string): Promise<void> {
    if (!this.signature.isGood(body, signature)) throw badSignature();
    const event = incomingEventFrom(body.toString('utf8'));
    if (event === null) return;
    await this.database.transaction(async () => {
      const { stripeCustomerId } = event;
      const isWaiting = await this.inbox.receive(
        event,
        stripeCustomerId === null ? 'ignored' : 'received',
      );
      if (isWaiting && stripeCustomerId !== null) await enqueueSync(this.jobs, stripeCustomerId);
    });
  }
}
