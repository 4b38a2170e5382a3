/** Stripe's errors: the envelope, the status codes and the words. */
import type { CardRefusal } from '../billing/cards.js';

interface ErrorBody {
  type: 'invalid_request_error' | 'idempotency_error' | 'card_error' | 'api_error';
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  payment_intent?: object;
  setup_intent?: object;
  payment_method?: object;
}

export class StripeError extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
    /** Whether the request had begun to be carried out; only then is its answer kept under its `Idempotency-Key`. */
    readonly executed = true,
  ) {
    super(body.message);
  }

  /** What goes over the wire. */
  get envelope(): { error: ErrorBody & { doc_url?: string } } {
    const { code } = this.body;
    const documentation = code
      ? { doc_url: `https://docs.stripe.com/error-codes#${code.replaceAll('_', '-')}` }
      : {};
    return { error: { ...this.body, ...documentation } };
  }
}

/** The request is wrong as it stands: a parameter cannot be read. Nothing was begun. */
export function invalidParameter(message: string, param: string, code?: string): StripeError {
  return new StripeError(
    400,
    { type: 'invalid_request_error', message, param, ...(code ? { code } : {}) },
    false,
  );
}

/** The request is well formed but cannot be done with the objects as they are. */
export function refused(
  message: string,
  extra: { param?: string; code?: string } = {},
): StripeError {
  return new StripeError(400, { type: 'invalid_request_error', message, ...extra });
}

/** 404 for an id in the address, 400 for one in a parameter. */
export function noSuch(what: string, id: string, param = 'id'): StripeError {
  return new StripeError(
    param === 'id' ? 404 : 400,
    {
      type: 'invalid_request_error',
      code: 'resource_missing',
      message: `No such ${what}: '${id}'`,
      param,
    },
    false,
  );
}

export function unauthorized(message: string): StripeError {
  return new StripeError(401, { type: 'invalid_request_error', message }, false);
}

export function unrecognizedUrl(method: string, path: string): StripeError {
  return new StripeError(
    404,
    {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${method}: ${path}). The simulator has no such endpoint.`,
    },
    false,
  );
}

export function cardRefused(
  refusal: CardRefusal,
  involved: Pick<ErrorBody, 'payment_intent' | 'setup_intent' | 'payment_method' | 'param'> = {},
): StripeError {
  return new StripeError(402, {
    type: 'card_error',
    code: refusal.code,
    ...(refusal.declineCode ? { decline_code: refusal.declineCode } : {}),
    message: refusal.message,
    ...involved,
  });
}
