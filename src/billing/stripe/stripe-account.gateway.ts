/** Whose account the key opens, and how far away and how late Stripe is. */
import { Injectable } from '@nestjs/common';
import { Clock, SystemClock } from '../../platform/clock/clock.js';
import { StripeClient } from './stripe.client.js';

export interface AccountGlance {
  readonly id: string;
  /** Whether cards can be charged; test keys charge none whatever it says. */
  readonly canCharge: boolean;
  /** Milliseconds from question to answer. */
  readonly latency: number;
  /** Milliseconds that this machine's clock is ahead of Stripe's; null when Stripe did not say its time. */
  readonly clockAhead: number | null;
}

@Injectable()
export class StripeAccountGateway {
  /** Not the product's time, which development may have moved: signatures are judged by this one. */
  private readonly wall: Clock = new SystemClock();

  constructor(private readonly client: StripeClient) {}

  /** @throws Problem when Stripe cannot be reached, or refuses the key */
  async look(): Promise<AccountGlance> {
    const asked = this.wall.now().getTime();
    const account = await this.client.call((stripe) => stripe.accounts.retrieveCurrent());
    const answered = this.wall.now().getTime();
    const stripes = Date.parse(account.lastResponse.headers['date'] ?? '');
    return {
      id: account.id,
      canCharge: account.charges_enabled === true,
      latency: answered - asked,
      // Stripe tells whole seconds, of some moment between the question and the answer.
      clockAhead: Number.isNaN(stripes) ? null : (asked + answered) / 2 - (stripes + 500),
    };
  }
}
