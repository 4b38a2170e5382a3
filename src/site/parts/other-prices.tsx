/** What a member may change to, what would happen, and the change that is to come already. */

import type { Language } from '../../words/language.js';
import { useLanguage } from '../language.js';
import type { MembershipProps, OtherPriceProps } from '../page-props.js';
import { paths } from '../site-paths.js';
import { totalPrice } from './offer.js';

export function OtherPrices({ others }: { others: OtherPriceProps[] }) {
  const language = useLanguage();
  const { words } = language;
  return (
    <>
      {others.map(({ plan, price, change }) => (
        <div class="actions" key={price.id}>
          <a class="button button-quiet" href={paths.changeTo(price.id)}>
            {words.change.look(plan.name, totalPrice(price, language))}
          </a>
          <p class="small-print">{whatHappens(change, language)}</p>
        </div>
      ))}
    </>
  );
}

function whatHappens(change: OtherPriceProps['change'], { words, format }: Language): string {
  if (change.kind === 'at-period-end') return words.change.later(format.date(change.at));
  return change.isCharged ? words.change.chargedNow : words.change.freeNow;
}

/** Asking for what she has takes back the change that is to come. */
export function KeepPresentPlan({ membership }: { membership: MembershipProps }) {
  const { words } = useLanguage();
  const { change, price } = membership;
  if (change === null || price === null) return null;
  return (
    <form class="actions" method="post" action={paths.accountChange}>
      <input type="hidden" name="priceId" value={price.id} />
      <button class="button button-quiet" type="submit">
        {words.change.keep}
      </button>
      <p class="small-print">{words.change.keepText}</p>
    </form>
  );
}
