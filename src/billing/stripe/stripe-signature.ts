/** Tells whether Stripe signed these bytes. */
import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../platform/config/config.js';

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
