/** The Stripe SDK, pointed at Stripe or at the simulator, and its errors in our words. */
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../platform/config/config.js';
import { Turnstile } from '../../platform/database/turnstile.js';
import { Problem } from '../../platform/http/problem.js';
import { stripeFailed, stripeRefused, stripeUnavailable } from '../billing.errors.js';
import { PatientHttpClient } from './patient-http-client.js';
import { RequestPace, type Timers } from './request-pace.js';

/** What Stripe takes of one account in a second: https://docs.stripe.com/rate-limits */
const documentedLimit = { live: 100, test: 25 };

/**
 * Calls under way at once, and those that wait for a place: what Stripe takes in a second, half a second each. When it
 * hangs, whoever comes beyond is told so after two seconds, and what this process holds for her is bounded.
 */
const bulkhead = { places: 50, queue: 50, patience: 2_000 };

const timers: Timers = {
  now: () => performance.now(),
  pause: (milliseconds) => pause(milliseconds),
};

@Injectable()
export class StripeClient {
  private readonly stripe: Stripe;
  private readonly turnstile = new Turnstile(bulkhead);
  private readonly logger = new Logger('Stripe');

  constructor(config: Config) {
    const perSecond =
      config.stripeRequestsPerSecond ?? documentedLimit[config.stripeMode ?? 'test'];
    this.stripe = new Stripe(config.stripeSecretKey, {
      ...address(config.stripeApiBase),
      httpClient: new PatientHttpClient(new RequestPace(perSecond, timers), timers, Math.random),
      maxNetworkRetries: 0,
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
      return await this.turnstile.through(() => work(this.stripe));
    } catch (error) {
      throw this.translate(error);
    }
  }

  /** Like `call`, but null for what does not exist. */
  async find<T>(work: (stripe: Stripe) => Promise<T>): Promise<T | null> {
    try {
      return await this.turnstile.through(() => work(this.stripe));
    } catch (error) {
      if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404) {
        return null;
      }
      throw this.translate(error);
    }
  }

  private translate(error: unknown): unknown {
    if (isSentAway(error)) return stripeUnavailable(error);
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

/** From the turnstile: as many calls as may be are under way. */
const isSentAway = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'service/unavailable';

function address(base: string | undefined): Stripe.StripeConfig {
  if (base === undefined) return {};
  const url = new URL(base);
  const protocol = url.protocol === 'https:' ? 'https' : 'http';
  return { host: url.hostname, port: url.port || (protocol === 'https' ? 443 : 80), protocol };
}
