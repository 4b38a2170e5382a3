/** A plan as it is offered: what is in it, and what it costs in whole. */

import type { Language } from '../../words/language.js';
import { useLanguage } from '../language.js';
import type { OfferProps, PriceProps } from '../page-props.js';

/** "$300.00 a year" */
export function totalPrice(
  price: Pick<PriceProps, 'amount' | 'currency' | 'interval'>,
  { words, format }: Language,
): string {
  const amount = format.money(price);
  return price.interval === 'year' ? words.offer.perYear(amount) : words.offer.perMonth(amount);
}

export function Benefits({ offer }: { offer: OfferProps }) {
  const { words } = useLanguage();
  return (
    <ul class="benefits" aria-label={words.offer.included}>
      <li>{words.offer.everyArticle}</li>
      {offer.benefits.map((benefit) => (
        <li key={benefit}>{benefit}</li>
      ))}
    </ul>
  );
}

export function PriceLine({ price }: { price: PriceProps }) {
  return (
    <p class="price">
      <PriceWords price={price} />
    </p>
  );
}

/** The whole price first; the month's share only behind it and only for annual prices. */
export function PriceWords({ price }: { price: PriceProps }) {
  const language = useLanguage();
  const { words, format } = language;
  return (
    <>
      <strong>{totalPrice(price, language)}</strong>{' '}
      {price.interval === 'year' ? (
        <span class="price-month">
          {words.offer.monthlyEquivalent(format.money(price.monthlyEquivalent))}
        </span>
      ) : null}
    </>
  );
}
