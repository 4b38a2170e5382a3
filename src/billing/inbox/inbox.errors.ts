/** What can go wrong with what Stripe sends. */
import { Problem } from '../../platform/http/problem.js';
import type { Misdirection } from './event-origin.rules.js';

export const badSignature = (): Problem =>
  new Problem({
    status: 400,
    code: 'billing/bad-signature',
    detail: 'The signature does not fit this body, or is too old.',
  });

const misdirections: Record<Misdirection, string> = {
  'other-mode':
    'This event comes from the other mode of Stripe (live or test) than our key belongs to.',
  'other-account': 'This event comes from another Stripe account than ours.',
};

/** Stripe shows the refusal beside its endpoint and sends again for three days: time enough to mend the setup. */
export const misdirected = (why: Misdirection): Problem =>
  new Problem({ status: 400, code: `billing/${why}`, detail: misdirections[why] });

export const nothingToRetry = (): Problem =>
  new Problem({
    status: 409,
    code: 'billing/nothing-to-retry',
    detail: 'This event is about no customer and no payment, so there is nothing to do for it.',
  });
