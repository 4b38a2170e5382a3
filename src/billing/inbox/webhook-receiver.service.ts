/** Takes an event in: verify, write down once, answer; the work is a job's. */
import { Injectable } from '@nestjs/common';
import { malformedBody } from '../../platform/http/problem.js';
import { incomingEventFrom } from '../stripe/incoming-event.js';
import { StripeSignature } from '../stripe/stripe-signature.js';
import { EventIntake } from './event-intake.service.js';
import { badSignature } from './inbox.errors.js';
import { InboxMetrics } from './inbox.metrics.js';
import { MisdirectedEvents } from './misdirected-events.service.js';

@Injectable()
export class WebhookReceiver {
  constructor(
    private readonly signature: StripeSignature,
    private readonly misdirected: MisdirectedEvents,
    private readonly intake: EventIntake,
    private readonly metrics: InboxMetrics,
  ) {}

  /**
   * @param body exactly the bytes that were signed
   * @throws Problem 400 `billing/bad-signature`, `billing/other-mode` or `billing/other-account`; nothing is
   *   written into the inbox then
   */
  async receive(body: Buffer, signature: string): Promise<void> {
    if (!this.signature.isGood(body, signature)) {
      this.metrics.knocked('refused');
      throw badSignature();
    }
    const event = incomingEventFrom(parsed(body.toString('utf8')));
    if (event === null) return;
    await this.misdirected.refuse(event);
    await this.intake.take(event);
    this.metrics.knocked('accepted');
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw malformedBody(`The body is not valid JSON: ${(cause as Error).message}.`);
  }
}
