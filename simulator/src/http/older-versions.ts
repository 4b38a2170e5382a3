/** Reads requests of other API versions: what they call otherwise is put into our words. Answers are always in ours. */
import { StripeError } from './errors.js';
import type { FormHash } from './form.js';

interface Renaming {
  /** Versions before this day said it in the old way. */
  until: string;
  endpoint: string;
  translate: (form: FormHash) => FormHash;
}

const RENAMINGS: readonly Renaming[] = [
  {
    until: '2025-09-30',
    endpoint: 'POST /v1/promotion_codes',
    translate: ({ coupon, ...form }) =>
      coupon === undefined ? form : { ...form, promotion: { type: 'coupon', coupon } },
  },
];

/** `version` is the request's `Stripe-Version`; without one it is in our own. */
export function inOurWords(
  form: FormHash,
  endpoint: string,
  version: string | undefined,
): FormHash {
  if (version === undefined) return form;
  if (!/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version)) {
    throw new StripeError(
      400,
      { type: 'invalid_request_error', message: `Invalid Stripe API version: ${version}` },
      false,
    );
  }
  return RENAMINGS.filter(
    (renaming) => renaming.endpoint === endpoint && version.slice(0, 10) < renaming.until,
  ).reduce((read, { translate }) => translate(read), form);
}
