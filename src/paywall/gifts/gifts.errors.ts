/** Why an article is not given, in the words callers branch on. */
import { Problem } from '../../platform/http/problem.js';

export const giftNeedsMembership = (): Problem =>
  new Problem({
    status: 403,
    code: 'paywall/gift-needs-membership',
    detail: 'Members give away what they read with their membership; yours does not open this.',
  });

export const giftNotNeeded = (): Problem =>
  new Problem({
    status: 409,
    code: 'paywall/gift-not-needed',
    detail: 'Everybody may read this article; send its plain address.',
  });

export const giftsNotOffered = (): Problem =>
  new Problem({
    status: 409,
    code: 'paywall/gifts-not-offered',
    detail: 'Articles are not given away here at present.',
  });

/** @param now from which the next month is a while away */
export const giftsUsedUp = (perMonth: number, resetsAt: Date, now: Date): Problem =>
  new Problem({
    status: 429,
    code: 'paywall/gifts-used-up',
    detail: `You have given all you may give this month; the count starts again at ${resetsAt.toISOString()}.`,
    headers: { 'retry-after': String(Math.ceil((resetsAt.getTime() - now.getTime()) / 1000)) },
    extra: { perMonth, resetsAt },
  });
