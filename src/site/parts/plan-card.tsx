/** A plan on the join page: what is in it, and its prices to choose from, each with its own total and its own button. */

import { firstCharge } from '../joining/first-charge.rules.js';
import { useLanguage } from '../language.js';
import type { JoinPageProps } from '../joining/join-page.props.js';
import type { OfferProps, PriceProps } from '../page-props.js';
import { savedByTheYear } from '../joining/yearly-saving.rules.js';
import { Benefits, PriceLine, PriceWords } from './offer.js';
import { AccountFirst, Buy } from './purchase.js';

export function PlanCard({ offer, page }: { offer: OfferProps; page: JoinPageProps }) {
  const { words } = useLanguage();
  return (
    <section class="plan" aria-labelledby={`plan-${offer.slug}`}>
      <div class="plan-what">
        <h2 id={`plan-${offer.slug}`}>{offer.name}</h2>
        <p>{offer.description}</p>
        <h3>{words.offer.included}</h3>
        <Benefits offer={offer} />
      </div>
      <Prices offer={offer} page={page} />
    </section>
  );
}

/** The buttons are inside of what is chosen, so that no other price than the one in sight can be bought. */
function Prices({ offer, page }: { offer: OfferProps; page: JoinPageProps }) {
  const { words } = useLanguage();
  const [only, ...others] = offer.prices;
  if (only === undefined) return null;
  const chosen = offer.prices.find(({ id }) => id === page.chosen.priceId) ?? only;
  return (
    <div class="plan-prices">
      {offer.trialDays > 0 ? (
        <p class="price price-trial">{words.offer.trial(offer.trialDays)}</p>
      ) : null}
      {others.length === 0 ? (
        <>
          <PriceLine price={only} />
          <ChosenPrice offer={offer} price={only} page={page} />
        </>
      ) : (
        <fieldset class="choices">
          <legend>{words.join.choice}</legend>
          {offer.prices.map((price) => (
            <Choice key={price.id} offer={offer} price={price} page={page} chosen={chosen} />
          ))}
        </fieldset>
      )}
    </div>
  );
}

interface Priced {
  offer: OfferProps;
  price: PriceProps;
}

function Choice({
  offer,
  price,
  page,
  chosen,
}: Priced & { page: JoinPageProps; chosen: PriceProps }) {
  const { words, format } = useLanguage();
  const saved = savedByTheYear(price, offer.prices);
  const id = `choice-${price.id}`;
  return (
    <div class="choice">
      <div class="choice-head">
        <input
          type="radio"
          name={`choice-${offer.slug}`}
          id={id}
          checked={price === chosen}
          autocomplete="off"
        />
        <label class="price" for={id}>
          <span class="choice-name">{words.join.each[price.interval]}</span>{' '}
          <PriceWords price={price} />{' '}
          {saved === null ? null : (
            <span class="price-saving">{words.join.saves(format.money(saved))}</span>
          )}
        </label>
      </div>
      <div class="choice-more">
        <ChosenPrice offer={offer} price={price} page={page} />
      </div>
    </div>
  );
}

function ChosenPrice({ offer, price, page }: Priced & { page: JoinPageProps }) {
  const { trialDays } = offer;
  return (
    <>
      <Dates price={price} trialDays={trialDays} now={page.now} />
      {page.standing === 'account-first' ? (
        <AccountFirst price={price} trialDays={trialDays} page={page} />
      ) : (
        <Buy price={price} trialDays={trialDays} page={page} />
      )}
    </>
  );
}

function Dates({ price, trialDays, now }: { price: PriceProps; trialDays: number; now: Date }) {
  const { words, format } = useLanguage();
  const amount = format.money(price);
  const charge = firstCharge(now, trialDays);
  return (
    <>
      <h3>{words.join.dates}</h3>
      <dl class="dates-ahead">
        <dt>{words.join.today}</dt>
        <dd>
          {trialDays > 0 ? words.join.trialBegins(trialDays) : words.join.membershipBegins(amount)}
        </dd>
        {trialDays > 0 ? (
          <>
            <dt>
              <time datetime={charge.toISOString()}>{format.date(charge)}</time>
            </dt>
            <dd>{words.join.firstCharge(amount)}</dd>
          </>
        ) : null}
        <dt>{price.interval === 'year' ? words.join.everyYear : words.join.everyMonth}</dt>
        <dd>{words.join.renewal(amount)}</dd>
        <dt>{words.join.anyDay}</dt>
        <dd>{words.join.cancel}</dd>
      </dl>
    </>
  );
}
