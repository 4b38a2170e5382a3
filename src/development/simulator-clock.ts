/** The simulator's clock, which moves with the product's. */
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { unavailable } from '../platform/http/problem.js';

@Injectable()
export class SimulatorClock {
  constructor(private readonly config: Config) {}

  /** Does nothing when billing talks to Stripe itself. */
  async advance(seconds: number): Promise<void> {
    await this.post('/_sim/clock/advance', { seconds });
  }

  private async post(path: string, body: object): Promise<void> {
    const { stripeApiBase } = this.config;
    if (stripeApiBase === undefined) return;
    let response: Response;
    try {
      response = await fetch(new URL(path, stripeApiBase), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(60_000),
      });
    } catch (cause) {
      throw unavailable('The Stripe simulator does not answer.', 2, cause);
    }
    if (!response.ok) {
      throw unavailable(
        `The Stripe simulator answered ${response.status}.`,
        2,
        await response.text(),
      );
    }
  }
}
