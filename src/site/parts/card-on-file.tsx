/** The card that pays for a membership, as far as anybody needs to know it, and the way to another one. */

import { useLanguage } from '../language.js';
import { cardEnd, outlasts } from '../account/card-expiry.rules.js';
import type { CardProps } from '../page-props.js';
import { paths } from '../site-paths.js';

interface CardOnFileProps {
  /** null where Stripe has not said. */
  card: CardProps | null;
  /** When it is charged next; null where it is not. */
  nextCharge: Date | null;
  now: Date;
}

export function CardOnFile({ card, nextCharge, now }: CardOnFileProps) {
  const { words } = useLanguage();
  return (
    <>
      {card === null ? null : <Card card={card} nextCharge={nextCharge} now={now} />}
      <form class="actions" method="post" action={paths.accountPortal}>
        <button class="button button-quiet" type="submit">
          {words.account.portal}
        </button>
        <p class="small-print">
          {words.account.cardAtStripe} {words.account.portalText}
        </p>
      </form>
    </>
  );
}

function Card({ card, nextCharge, now }: CardOnFileProps & { card: CardProps }) {
  const { words, format } = useLanguage();
  const { account } = words;
  const month = format.month(card.expYear, card.expMonth);
  const isOver = cardEnd(card) <= now;
  const runsOut = !isOver && nextCharge !== null && !outlasts(card, nextCharge);
  return (
    <>
      <p class="card-on-file">
        <strong>{account.cardEnding(names[card.brand] ?? account.anyCard, card.last4)}</strong>
        {', '}
        {isOver ? account.expired(month) : account.expires(month)}
      </p>
      {runsOut ? <p class="warning">{account.expiresBefore(format.date(nextCharge))}</p> : null}
    </>
  );
}

/** As they are written on cards, by Stripe's words for them. */
const names: Record<string, string> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  eftpos_au: 'eftpos',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
};
