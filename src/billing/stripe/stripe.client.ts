/** The Stripe SDK, pointed at Stripe or at the simulator, and its errors in our words. */
import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../platform/config/config.js';
import { stripeFailed, stripeRefused, stripeUnavailable } from '../billing.errors.js';

/** Milliseconds before a call is given up, and retried with the same idempotency key. */
const timeout = 10_000;

@Injectable()
export class StripeClient {
  private readonly stripe: Stripe;
  private readonly logger = new Logger('Stripe');

  constructor(config: Config) {
    this.stripe = new Stripe(config.stripeSecretKey, {
      ...address(config.stripeApiBase),
      timeout,
      maxNetworkRetries: 2,
      telemetry: false,
      appInfo: { name: 'Broadsheet' },
    });
  }

  /**
   * Makes a call.
   * @throws Problem 503 `billing/stripe-unavailable` when Stripe cannot be reached or is overloaded,
   *   503 `billing/stripe-failed` when it answers with a fault of its own, 502 `billing/stripe-refused` when it says no
   */
  async call<T>(work: (stripe: Stripe) => Promise<T>): Promise<T> {
    try {
      return await work(this.stripe);
    } catch (error) {
      throw this.translate(error);
    }
  }

  /** Like `call`, but null for what does not exist. */
  async find<T>(work: (stripe: Stripe) => Promise<T>): Promise<T | null> {
    try {
      return await work(this.stripe);
    } catch (error) {
      if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404) {
        return null;
      }
      throw this.translate(error);
    }
  }

  private translate(error: unknown): unknown {
    if (!(error instanceof Stripe.errors.StripeError)) return error;
    this.logger.warn(`${error.type} ${error.code ?? ''} ${error.requestId ?? ''}`.trim());
    const unanswered =
      error instanceof Stripe.errors.StripeConnectionError ||
      error instanceof Stripe.errors.StripeRateLimitError ||
      // The same request is still being worked on.
      error.statusCode === 409;
    if (unanswered) return stripeUnavailable(error);
    return (error.statusCode ?? 500) >= 500 ? stripeFailed(error) : stripeRefused(error);
  }
}

function address(base: string | undefined): Stripe.StripeConfig {
  if (base === undefined) return {};
  const url = new URL(base);
  const protocol = url.protocol === 'https:' ? 'https' : 'http';
  return { host: url.hostname, port: url.port || (protocol === 'https' ? 443 : 80), protocol };
}
