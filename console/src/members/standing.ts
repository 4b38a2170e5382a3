/** Where a member stands, in words: her state, her price, and what comes next with its date. */
import { dayInWords } from '../words/dates.js';
import { priceInWords } from '../plans/price.js';
import type { Membership, MembershipState } from './member.js';

/** As staff call it in lists and filters. */
export const stateNames: Record<MembershipState, string> = {
  none: 'Never a member',
  trialing: 'In trial',
  active: 'Member',
  grace: 'Payment failed, still reads',
  suspended: 'Suspended, unpaid',
  paused: 'Paused',
  blocked: 'Blocked by a dispute',
  ended: 'Former member',
};

/** Colours of the theme. */
export const stateTones: Record<MembershipState, string> = {
  none: 'text.disabled',
  trialing: 'info.main',
  active: 'success.main',
  grace: 'warning.main',
  suspended: 'error.main',
  paused: 'warning.main',
  blocked: 'error.main',
  ended: 'text.disabled',
};

/** Two or three sentences; the last one says what comes next. */
export function standingInWords(membership: Membership, isGiven: boolean): string[] {
  const { plan, seats, change } = membership;
  const what = `${plan?.name ?? 'a plan'}${seats > 1 ? ` for ${seats} people` : ''}`;
  const sentences = [...holding(membership, what, isGiven)];
  if (change !== null) {
    const { price, at } = change;
    sentences.push(
      `On ${dayInWords(at)} she moves to ${change.plan.name} for ${priceInWords(price)}.`,
    );
  }
  return sentences;
}

function holding(membership: Membership, what: string, isGiven: boolean): string[] {
  const { state, accessUntil, graceEndsAt } = membership;
  switch (state) {
    case 'none':
      return ['She has never been a member.'];
    case 'ended':
      return [`She was a member of ${what} and is none any more.`];
    case 'trialing':
      return [`She tries ${what}.`, next(membership)];
    case 'active':
      if (!isGiven) return [`She is a member of ${what}.`, next(membership)];
      return [
        `${what} was given to her and costs her nothing.`,
        accessUntil === null ? 'It has no end.' : `It ends on ${dayInWords(accessUntil)}.`,
      ];
    case 'grace':
      return [
        `Her last payment for ${what} failed.`,
        `She reads until ${dayOr(graceEndsAt, 'the grace is over')}; then she is suspended unless she has paid.`,
      ];
    case 'suspended':
      return [
        `Her payment for ${what} is overdue and she does not read.`,
        'Once it is made, everything goes on.',
      ];
    case 'paused':
      return [`Her membership of ${what} is paused; she does not read and is not billed.`];
    case 'blocked':
      return [
        `A payment for ${what} is under dispute; she does not read until her bank has decided.`,
      ];
  }
}

/** What happens by itself, unless somebody does something. */
function next({ cancelsAt, trialEndsAt, currentPeriodEnd, price, state }: Membership): string {
  if (cancelsAt !== null) {
    return `She has cancelled: it ends on ${dayInWords(cancelsAt)}, and nothing is billed then.`;
  }
  const day = dayOr(state === 'trialing' ? trialEndsAt : currentPeriodEnd, 'its next day');
  if (price === null) return `It goes on after ${day}.`;
  const sum = priceInWords(price);
  return state === 'trialing'
    ? `Unless she cancels, she pays ${sum} from ${day} on.`
    : `It renews on ${day} for ${sum}.`;
}

const dayOr = (instant: string | null, words: string): string =>
  instant === null ? words : dayInWords(instant);
