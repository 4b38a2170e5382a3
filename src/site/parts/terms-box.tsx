/** The consent to the terms, with the whole price beside it: nothing is agreed to unseen. */

import { useLanguage } from '../language.js';
import type { PriceProps } from '../page-props.js';
import { totalPrice } from './offer.js';

interface TermsBoxProps {
  terms: { version: string; url: string };
  price: PriceProps;
  trialDays: number;
}

export function TermsBox({ terms, price, trialDays }: TermsBoxProps) {
  const language = useLanguage();
  const { join } = language.words;
  const id = `terms-${price.id}`;
  const total = totalPrice(price, language);
  return (
    <p class="consent">
      <input
        type="checkbox"
        id={id}
        name="acceptedTerms"
        value={terms.version}
        autocomplete="off"
        required
      />{' '}
      <label for={id}>
        {join.agreeTo}{' '}
        <a href={terms.url} target="_blank" rel="noopener">
          {join.terms}
        </a>{' '}
        {join.andPay(
          trialDays > 0 ? join.afterTrial(total, trialDays) : join.untilCancelled(total),
        )}
      </label>
    </p>
  );
}
