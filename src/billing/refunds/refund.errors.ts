/** Why money is not given back as it was asked for. */
import { Problem, invalidBody } from '../../platform/http/problem.js';

export const invoiceNotFound = (): Problem =>
  new Problem({
    status: 404,
    code: 'billing/invoice-not-found',
    detail: 'She has no such invoice.',
  });

export const nothingPaid = (): Problem =>
  new Problem({
    status: 409,
    code: 'billing/nothing-paid',
    detail: 'Nothing was paid that could be given back.',
  });

export const alreadyRefunded = (): Problem =>
  new Problem({
    status: 409,
    code: 'billing/already-refunded',
    detail: 'This payment was given back in full. Name another invoice to give back another one.',
  });

export const moreThanIsLeft = (left: number, currency: string): Problem =>
  invalidBody([
    {
      field: 'amount',
      message: `must be at most ${left} (${currency}, minor unit): no more is left of this payment`,
    },
  ]);

/** Like for a payment that is disputed, or older than its card's rules allow. */
export const refundRefused = (cause: unknown): Problem =>
  new Problem({
    status: 409,
    code: 'billing/refund-refused',
    detail:
      'Stripe does not give this payment back: it may be disputed, or just have been given back. Look it up in its dashboard.',
    cause,
  });
