/** Orders what has to end at Stripe, in the transaction that found it out. */
import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs.js';
import type { Ending } from './ending.rules.js';

export const END_SUBSCRIPTION = 'end-subscription';
export const VOID_INVOICE = 'void-invoice';

@Injectable()
export class Endings {
  constructor(private readonly jobs: Jobs) {}

  /** One order a subscription, however often it is found out before it is carried out. */
  async order(stripeCustomerId: string, endings: readonly Ending[]): Promise<void> {
    for (const ending of endings) {
      await this.jobs.enqueue(
        END_SUBSCRIPTION,
        { ...ending, stripeCustomerId },
        { key: `end:${ending.subscriptionId}` },
      );
    }
  }

  /** Nobody shall be able to pay these any more. */
  async orderVoiding(stripeCustomerId: string, invoiceIds: readonly string[]): Promise<void> {
    for (const invoiceId of invoiceIds) {
      await this.jobs.enqueue(
        VOID_INVOICE,
        { invoiceId, stripeCustomerId },
        { key: `void:${invoiceId}` },
      );
    }
  }
}
