/**
 * Carries the SDK's requests: at Stripe's pace, made again where that helps, given up in time. The SDK's own
 * retries leave out 429, know no deadline, and are switched off.
 */
import type { IncomingMessage } from 'node:http';
import Stripe from 'stripe';
import { inSpan } from '../../platform/telemetry/spans.js';
import { isAnswerTo } from './answer-kind.rules.js';
import { callName } from './call-name.rules.js';
import type { RequestPace, Timers } from './request-pace.js';
import { type Answered, isWorthAnother, pauseBeforeAnother } from './request-retry.rules.js';

type Carrier = NonNullable<Stripe.StripeConfig['httpClient']>;
type Request = Parameters<Carrier['makeRequest']>;
type Response = Awaited<ReturnType<Carrier['makeRequest']>>;

/** Milliseconds for a request with all its tries and its whole answer: a reader is waiting. */
const patience = 8_000;

/** What has failed so often, fails for longer than she should wait; a job tries again later. */
const mostTries = 4;

/** What the SDK knows no more of than that there was no answer, so that it does not begin again by itself. */
class Unanswered extends Error {
  override name = 'Unanswered';
}

export class PatientHttpClient extends Stripe.HttpClient {
  private readonly wire = Stripe.createNodeHttpClient();

  constructor(
    private readonly pace: RequestPace,
    private readonly timers: Timers,
    private readonly chance: () => number,
  ) {
    super();
  }

  override getClientName(): string {
    return this.wire.getClientName();
  }

  /** Each try carries the same idempotency key: the SDK gives every POST one. */
  override async makeRequest(...request: Request): Promise<Response> {
    const deadline = this.timers.now() + patience;
    for (let tries = 1; ; tries += 1) {
      if (!(await this.pace.turn(deadline))) {
        throw new Unanswered('Too many requests to Stripe are waiting for their turn.');
      }
      const outcome = await this.attempt(request, deadline);
      const answer = outcome instanceof Error ? null : answeredBy(outcome);
      const pause = pauseBeforeAnother(tries, this.chance(), answer?.retryAfter);
      const isFinal =
        tries === mostTries ||
        (answer !== null && !isWorthAnother(answer)) ||
        this.timers.now() + pause >= deadline;
      if (isFinal) {
        if (outcome instanceof Error) throw new Unanswered(outcome.message, { cause: outcome });
        const [, , path, method] = request;
        const left = Math.max(1, deadline - this.timers.now());
        return new SensibleResponse(outcome, { method, path, left });
      }
      if (!(outcome instanceof Error)) discard(outcome);
      await this.timers.pause(pause);
    }
  }

  private async attempt(request: Request, deadline: number): Promise<Response | Error> {
    const [host, port, path, method, headers, body, protocol] = request;
    const left = Math.max(1, Math.ceil(deadline - this.timers.now()));
    try {
      return await inSpan(
        () => ({ name: callName(method, path), kind: 'client' }),
        () => this.wire.makeRequest(host, port, path, method, headers, body, protocol, left),
      );
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

function answeredBy(response: Response): Answered {
  const headers = response.getHeaders();
  const text = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    status: response.getStatusCode(),
    shouldRetry: text('stripe-should-retry'),
    retryAfter: text('retry-after'),
  };
}

/** A connection is free for others only once its answer has been read. */
function discard(response: Response): void {
  const stream = response.toStream(() => undefined) as NodeJS.ReadableStream;
  stream.on('error', () => undefined).resume();
}

/** An answer that is not of the kind that was asked for, as from a proxy on the way, is a fault and not a result. */
class SensibleResponse implements Response {
  constructor(
    private readonly response: Response,
    /** `left`: milliseconds until all of the answer must be here. */
    private readonly asked: { method: string; path: string; left: number },
  ) {}

  getStatusCode(): number {
    return this.response.getStatusCode();
  }

  getHeaders(): ReturnType<Response['getHeaders']> {
    return this.response.getHeaders();
  }

  getRawResponse(): unknown {
    return this.response.getRawResponse();
  }

  toStream(whenComplete: () => void): unknown {
    return this.response.toStream(whenComplete);
  }

  async toJSON(): Promise<unknown> {
    const { method, path, left } = this.asked;
    const wire = this.response.getRawResponse() as IncomingMessage;
    // The wire's own limit is one of silence: a byte now and then would keep a reader waiting for ever.
    const limit = setTimeout(() => wire.destroy(new Unanswered('The answer is too slow.')), left);
    const body: unknown = await this.response.toJSON().finally(() => clearTimeout(limit));
    if (!isAnswerTo(body, method, path)) throw new Error('This is no answer of Stripe.');
    return body;
  }
}
