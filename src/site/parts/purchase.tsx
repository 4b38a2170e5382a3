/** The end of an offer: the whole sum beside the button that leads to Stripe, or to an account first. */

import type { Language } from '../../words/language.js';
import { firstCharge } from '../joining/first-charge.rules.js';
import { useLanguage } from '../language.js';
import type { JoinPageProps } from '../joining/join-page.props.js';
import type { PriceProps } from '../page-props.js';
import { paths, withReturnTo } from '../site-paths.js';
import { ReturnTo, TextField } from './form.js';
import { TermsBox } from './terms-box.js';

interface PurchaseProps {
  price: PriceProps;
  /** 0 without a trial. */
  trialDays: number;
  page: JoinPageProps;
}

export function Buy({ price, trialDays, page }: PurchaseProps) {
  const { words } = useLanguage();
  return (
    <form class="buy" method="post" action={paths.join}>
      <input type="hidden" name="priceId" value={price.id} />
      <ReturnTo path={page.returnTo} />
      <Total price={price} trialDays={trialDays} page={page} />
      {page.addsTax ? <p class="small-print">{words.join.tax}</p> : null}
      <Code price={price} page={page} />
      {page.terms ? <TermsBox terms={page.terms} price={price} trialDays={trialDays} /> : null}
      <button class="button" type="submit">
        {trialDays > 0 ? words.offer.startTrial(trialDays) : words.offer.becomeMember}
      </button>
      <p class="small-print">
        {page.terms ? null : words.join.byContinuing} {words.join.payAtStripe}
      </p>
    </form>
  );
}

/** An account made on the way leads back to the price that was chosen. */
export function AccountFirst({ price, trialDays, page }: PurchaseProps) {
  const { words } = useLanguage();
  const back = paths.joinFor(price.id, page.returnTo);
  return (
    <div class="buy">
      <Total price={price} trialDays={trialDays} page={page} />
      <h3>{words.join.accountFirst}</h3>
      <p>{words.join.accountFirstText}</p>
      <p class="actions">
        <a class="button" href={withReturnTo(paths.register, back)}>
          {words.join.register}
        </a>
        <a class="button button-quiet" href={withReturnTo(paths.signIn, back)}>
          {words.join.signIn}
        </a>
      </p>
      {trialDays > 0 ? <p class="small-print">{words.join.oneTrial}</p> : null}
    </div>
  );
}

function Total({ price, trialDays, page }: PurchaseProps) {
  const language = useLanguage();
  return (
    <p class="total">
      <span>{language.words.join.total}</span>{' '}
      <strong>{totalWords(price, trialDays, page.now, language)}</strong>
    </p>
  );
}

function totalWords(
  price: PriceProps,
  trialDays: number,
  now: Date,
  { words, format }: Language,
): string {
  const amount = format.money(price);
  if (trialDays === 0) return words.join.totalNow[price.interval](amount);
  const today = format.money({ amount: 0, currency: price.currency });
  const charge = firstCharge(now, trialDays);
  return words.join.totalTrial[price.interval](today, amount, format.date(charge));
}

/** Open where a code was typed already; else out of the way of those who have none. */
function Code({ price, page }: Omit<PurchaseProps, 'trialDays'>) {
  const { code: words } = useLanguage().words.join;
  const { priceId, code, codeProblem } = page.chosen;
  const isHere = priceId === price.id && (code !== '' || codeProblem !== null);
  return (
    <details class="code" open={isHere}>
      <summary>{words.ask}</summary>
      <TextField
        id={`code-${price.id}`}
        name="promotionCode"
        type="text"
        label={words.label}
        hint={words.hint}
        autocomplete="off"
        required={false}
        maxlength={200}
        value={isHere ? code : ''}
        error={isHere ? (codeProblem ?? undefined) : undefined}
      />
    </details>
  );
}
