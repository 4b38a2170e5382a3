/** The offer in full: what is included, what happens on which date, and the total beside the button. */

import type { Language } from '../../words/language.js';
import { useLanguage } from '../language.js';
import type { OfferProps, PageFrame, PriceProps } from '../page-props.js';
import { FormProblem, ReturnTo } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { Benefits, PriceLine, totalPrice } from '../parts/offer.js';
import { TermsBox } from '../parts/terms-box.js';
import { paths, withReturnTo } from '../site-paths.js';

export interface JoinPageProps {
  frame: PageFrame;
  offers: OfferProps[];
  /** What this reader can do here: buy, make an account first, or nothing since she has it. */
  standing: 'may-join' | 'account-first' | 'already-member';
  /** The product's time, from which the dates of the charges are told. */
  now: Date;
  /** What she has to agree to; null where there are no terms. */
  terms: { version: string; url: string } | null;
  /** Whether Stripe reckons tax by her address. */
  addsTax: boolean;
  returnTo: string | null;
  problem: string | null;
}

const DAY = 24 * 60 * 60 * 1000;

export function JoinPage(props: JoinPageProps) {
  const { words } = useLanguage();
  if (props.standing === 'already-member') return <AlreadyMember frame={props.frame} />;
  return (
    <Layout frame={props.frame} title={words.join.title} description={words.join.standfirst}>
      <div class="join">
        <header class="page-head">
          <h1>{words.join.title}</h1>
          <p class="standfirst">{words.join.standfirst}</p>
        </header>
        <FormProblem problem={props.problem} />
        {props.offers.length === 0 ? <p class="empty">{words.join.nothingOnSale}</p> : null}
        {props.offers.map((offer) => (
          <PlanCard key={offer.slug} offer={offer} page={props} />
        ))}
      </div>
    </Layout>
  );
}

function PlanCard({ offer, page }: { offer: OfferProps; page: JoinPageProps }) {
  const { words } = useLanguage();
  return (
    <section class="plan" aria-labelledby={`plan-${offer.slug}`}>
      <div class="plan-what">
        <h2 id={`plan-${offer.slug}`}>{offer.name}</h2>
        <p>{offer.description}</p>
        <h3>{words.offer.included}</h3>
        <Benefits offer={offer} />
      </div>
      <div class="plan-prices">
        {offer.prices.map((price) => (
          <div class="plan-price" key={price.id}>
            <PriceLine price={price} trialDays={offer.trialDays} />
            <Dates price={price} trialDays={offer.trialDays} now={page.now} />
            {page.standing === 'account-first' ? (
              <AccountFirst returnTo={page.returnTo} />
            ) : (
              <Buy price={price} trialDays={offer.trialDays} page={page} />
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

interface Buying {
  price: PriceProps;
  trialDays: number;
}

function firstCharge(now: Date, trialDays: number): Date {
  return new Date(now.getTime() + trialDays * DAY);
}

function Dates({ price, trialDays, now }: Buying & { now: Date }) {
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

function consent({ price, trialDays }: Buying, now: Date, { words, format }: Language): string {
  const amount = format.money(price);
  if (trialDays === 0) {
    return price.interval === 'year'
      ? words.join.consentYear(amount)
      : words.join.consentMonth(amount);
  }
  const date = format.date(firstCharge(now, trialDays));
  return price.interval === 'year'
    ? words.join.consentTrialYear(amount, date)
    : words.join.consentTrialMonth(amount, date);
}

function Buy({ price, trialDays, page }: Buying & { page: JoinPageProps }) {
  const language = useLanguage();
  const { words, format } = language;
  const dueToday = { amount: trialDays > 0 ? 0 : price.amount, currency: price.currency };
  return (
    <form class="buy" method="post" action={paths.join}>
      <input type="hidden" name="priceId" value={price.id} />
      <ReturnTo path={page.returnTo} />
      <p class="total">
        <span>{words.join.total}</span> <strong>{totalPrice(price, language)}</strong>{' '}
        <span>{words.join.totalToday(format.money(dueToday))}</span>
      </p>
      {page.addsTax ? <p class="small-print">{words.join.tax}</p> : null}
      {page.terms ? <TermsBox terms={page.terms} price={price} trialDays={trialDays} /> : null}
      <button class="button" type="submit">
        {trialDays > 0 ? words.offer.startTrial(trialDays) : words.offer.becomeMember}
      </button>
      <p class="consent">{consent({ price, trialDays }, page.now, language)}</p>
      <p class="small-print">{words.join.payAtStripe}</p>
    </form>
  );
}

function AccountFirst({ returnTo }: { returnTo: string | null }) {
  const { words } = useLanguage();
  const back = withReturnTo(paths.join, returnTo);
  return (
    <div class="buy">
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
    </div>
  );
}

function AlreadyMember({ frame }: { frame: PageFrame }) {
  const { words } = useLanguage();
  return (
    <Layout frame={frame} title={words.join.already} unlisted>
      <div class="notice">
        <h1>{words.join.already}</h1>
        <p>{words.join.alreadyText}</p>
        <p class="actions">
          <a class="button" href={paths.account}>
            {words.join.toAccount}
          </a>
        </p>
      </div>
    </Layout>
  );
}
