/** Answers a repeated request with what it was answered the first time. */
import { createHash } from 'node:crypto';
import type { IdempotentAnswer } from '../world/private-records.js';
import type { World } from '../world/world.js';
import { StripeError } from './errors.js';

const KEPT_MILLISECONDS = 30 * 24 * 3600 * 1000;

export class Idempotency {
  private readonly inFlight = new Set<string>();

  constructor(private readonly world: World) {}

  /** The kept answer to this key, if any; refuses a key that is busy, or was used for something else. */
  begin(key: string, fingerprint: string): IdempotentAnswer | null {
    if (this.inFlight.has(key)) {
      throw new StripeError(
        409,
        {
          type: 'idempotency_error',
          code: 'idempotency_key_in_use',
          message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
        },
        false,
      );
    }
    const kept = this.world.shelves.answers.get(key);
    if (kept && this.world.clock.wall() - kept.at < KEPT_MILLISECONDS) {
      if (kept.fingerprint === fingerprint) return kept;
      throw new StripeError(
        400,
        {
          type: 'idempotency_error',
          message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
        },
        false,
      );
    }
    this.inFlight.add(key);
    return null;
  }

  keep(key: string, fingerprint: string, status: number, body: string): void {
    this.world.shelves.answers.put({
      id: key,
      fingerprint,
      status,
      body,
      at: this.world.clock.wall(),
    });
  }

  end(key: string): void {
    this.inFlight.delete(key);
  }
}

/** The same request has the same fingerprint: address and parameters in their order. */
export function fingerprintOf(method: string, path: string, form: object): string {
  return createHash('sha256')
    .update(`${method} ${path} ${JSON.stringify(form)}`)
    .digest('hex');
}
