/** Tells whether Stripe signed these bytes, and what event they hold. */
import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../platform/config/config.js';
import { malformedBody } from '../../platform/http/problem.js';
import { idOf } from './stripe.mapper.js';

/** An event as it arrives: a hint that something about a customer has changed. */
export interface IncomingEvent {
  id: string;
  type: string;
  /** Null for events that are about no customer. */
  stripeCustomerId: string | null;
  payload: object;
}

/** Seconds that a signature is good for, by wall time. */
const tolerance = 300;

@Injectable()
export class StripeSignature {
  constructor(private readonly config: Config) {}

  /** Any of the configured secrets may have signed, so that one can be rolled. */
  isGood(body: Buffer, header: string): boolean {
    const { signature } = Stripe.webhooks;
    if (signature === null) throw new Error('The Stripe SDK came without its signature check.');
    return this.config.stripeWebhookSecrets.some((secret) => {
      try {
        return signature.verifyHeader(body, header, secret, tolerance);
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
        throw error;
      }
    });
  }
}

/**
 * @returns null for what is signed but no snapshot event, like a thin one
 * @throws Problem 400 for what is no JSON
 */
export function incomingEventFrom(body: string): IncomingEvent | null {
  const event = parsed(body) as Partial<Stripe.Event> | null;
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

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw malformedBody(`The body is not valid JSON: ${(cause as Error).message}.`);
  }
}
