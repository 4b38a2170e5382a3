/** Takes an event in: verify, write down once, answer; the work is a job's. */
import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { badSignature } from '../billing.errors.js';
import { idOf } from '../stripe/stripe.mapper.js';
import { type IncomingEvent, InboxRepository } from './inbox.repository.js';
import { enqueueSync } from './sync-customer.job.js';

/** Seconds that a signature is good for, by wall time. */
const tolerance = 300;

@Injectable()
export class WebhookReceiver {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly inbox: InboxRepository,
    private readonly jobs: Jobs,
  ) {}

  /**
   * @param body exactly the bytes that were signed
   * @throws Problem 400 `billing/bad-signature`; nothing is written then
   */
  async receive(body: Buffer, signature: string): Promise<void> {
    if (!this.isSigned(body, signature)) throw badSignature();
    const event = eventFrom(JSON.parse(body.toString('utf8')));
    // What is signed but is no event of ours, like a thin event, is taken and forgotten.
    if (event === null) return;
    await this.database.transaction(async () => {
      const { stripeCustomerId } = event;
      const isNew = await this.inbox.receive(
        event,
        stripeCustomerId === null ? 'ignored' : 'received',
      );
      if (isNew && stripeCustomerId !== null) await enqueueSync(this.jobs, stripeCustomerId);
    });
  }

  private isSigned(body: Buffer, signature: string): boolean {
    const { signature: signatures } = Stripe.webhooks;
    if (signatures === null) throw new Error('The Stripe SDK came without its signature check.');
    return this.config.stripeWebhookSecrets.some((secret) => {
      try {
        return signatures.verifyHeader(body, signature, secret, tolerance);
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
        throw error;
      }
    });
  }
}

function eventFrom(parsed: unknown): IncomingEvent | null {
  const event = parsed as Partial<Stripe.Event> | null;
  if (typeof event !== 'object' || event?.object !== 'event') return null;
  if (typeof event.id !== 'string' || typeof event.type !== 'string') return null;
  const subject = event.data?.object as
    { object?: string; id?: string; customer?: string | { id: string } | null } | undefined;
  return {
    id: event.id,
    type: event.type,
    stripeCustomerId:
      subject?.object === 'customer' ? (subject.id ?? null) : idOf(subject?.customer),
    payload: event,
  };
}
