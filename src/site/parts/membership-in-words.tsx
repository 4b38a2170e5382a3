/** Says in words what a reader's membership is, and what happens next and when. */

import type { Language } from '../../words/language.js';
import { useLanguage } from '../language.js';
import type { MembershipProps } from '../page-props.js';
import { totalPrice } from './offer.js';

interface MembershipInWordsProps {
  membership: MembershipProps;
  /** It ended because she had had a trial before. */
  wasRepeatTrial?: boolean;
}

export function MembershipInWords({ membership, wasRepeatTrial }: MembershipInWordsProps) {
  const language = useLanguage();
  const { title, text } =
    wasRepeatTrial === true
      ? language.words.membership.repeatTrial
      : membershipWords(membership, language);
  return (
    <div class="membership">
      <p class="membership-title">{title}</p>
      {text ? <p>{text}</p> : null}
    </div>
  );
}

interface Told {
  title: string;
  text: string | null;
}

function membershipWords(membership: MembershipProps, language: Language): Told {
  const words = language.words.membership;
  const { date } = language.format;
  switch (membership.state) {
    case 'trialing':
      return trialWords(membership, language);
    case 'active':
      return activeWords(membership, language);
    case 'grace':
      return {
        title: words.grace.title,
        text: membership.graceEndsAt ? words.grace.text(date(membership.graceEndsAt)) : null,
      };
    case 'ended':
    case 'none':
    case 'suspended':
    case 'paused':
    case 'blocked':
      return words[membership.state];
  }
}

function trialWords(membership: MembershipProps, { words, format }: Language): Told {
  const { trialEndsAt, cancelsAt, price } = membership;
  const end = trialEndsAt ?? membership.accessUntil;
  const title = end
    ? words.membership.trialing.title(format.weekday(end))
    : words.membership.active.title;
  if (cancelsAt) return { title, text: words.membership.trialing.cancelled };
  if (!price || !end) return { title, text: null };
  return {
    title,
    text: words.membership.trialing.firstCharge(format.money(price), format.date(end)),
  };
}

function activeWords(membership: MembershipProps, language: Language): Told {
  const { words, format } = language;
  const { active } = words.membership;
  const { plan, price, cancelsAt, currentPeriodEnd, accessUntil, change } = membership;
  const title = plan ? active.titleOf(plan.name) : active.title;
  if (cancelsAt) return { title, text: active.cancelled(format.date(cancelsAt)) };
  if (!price) {
    return {
      title,
      text: accessUntil ? active.given(format.date(accessUntil)) : active.givenForGood,
    };
  }
  if (change) {
    const next = totalPrice(change.price, language);
    return { title, text: words.change.pending(change.plan.name, next, format.date(change.at)) };
  }
  if (!currentPeriodEnd) return { title, text: null };
  const renews = price.interval === 'year' ? active.renewsYear : active.renewsMonth;
  return { title, text: renews(format.date(currentPeriodEnd), format.money(price)) };
}
