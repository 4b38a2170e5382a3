/** What stands under a teaser: an offer, with everything a reader needs to decide, and nothing hidden behind it. */

import type { ComponentChildren } from 'preact';
import type { Language } from '../../words/language.js';
import { useLanguage } from '../language.js';
import { GATED_CLASS } from '../machines/gated-part.rules.js';
import type { Denial, Gate, MembershipState, MeterProps, OfferProps } from '../page-props.js';
import { paths, withReturnTo } from '../site-paths.js';
import { wallKind, type WallKind } from '../wall.rules.js';
import { Dots } from './meter-hint.js';
import { PayNow, WriteToUs } from './next-steps.js';
import { Benefits, PriceLine, totalPrice } from './offer.js';

interface WallProps {
  denial: Denial;
  gate: Gate;
  meter: MeterProps | null;
  offers: OfferProps[];
  /** The article's own path. */
  path: string;
  /** Where the open invoice is paid, for a reader whose payment is overdue. */
  payUrl: string | null;
  /** Of the reader's membership; null for a stranger. */
  state: MembershipState | null;
  /** Some institution pays for whoever signs in with an address of its own. */
  institutionsSignIn: boolean;
  /** She came by a gift link that opens nothing. */
  wasGift: boolean;
}

export function Wall(props: WallProps) {
  const language = useLanguage();
  const { words } = language;
  const kind = wallKind(props.denial, props.gate, props.state, props.meter);
  const { title, text } = wallWords(kind, props, language);
  return (
    <section class={`wall ${GATED_CLASS}`} aria-labelledby="wall-title">
      <p class="kicker">{words.wall.kicker}</p>
      <h2 id="wall-title">{title}</h2>
      {kind === 'exhausted' && props.meter ? <Dots meter={props.meter} /> : null}
      <p class="wall-text">{text}</p>
      <WallAction {...props} kind={kind} />
      {props.institutionsSignIn ? (
        <p class="wall-aside">
          {words.wall.institution}{' '}
          <a href={withReturnTo(paths.signIn, props.path)}>{words.wall.institutionSignIn}</a>
        </p>
      ) : null}
    </section>
  );
}

function wallWords(
  kind: WallKind,
  { meter, offers, wasGift }: WallProps,
  language: Language,
): { title: string; text: string } {
  const { words } = language;
  switch (kind) {
    case 'free-account':
      return words.wall.freeAccount;
    case 'free-articles':
      return words.wall.freeArticles;
    case 'members': {
      const { title, text } = words.wall.members;
      if (offers.length === 0) return { title, text: words.wall.nothingOnSale };
      return { title, text: wasGift ? words.wall.gift : text };
    }
    case 'plan':
      return words.wall.plan;
    case 'overdue':
    case 'ended':
    case 'paused':
    case 'blocked':
      return words.wall[kind];
    case 'more-with-account':
    case 'exhausted':
      return exhaustedWords(meter, language);
  }
}

function exhaustedWords(
  meter: MeterProps | null,
  { words, format }: Language,
): { title: string; text: string } {
  const { exhausted, moreWithAccount } = words.wall;
  if (meter === null)
    return { title: exhausted.titleWithoutCount, text: exhausted.textWithoutDate };
  const { limit, limitWithAccount } = meter;
  return {
    title: limit > 0 ? exhausted.title(limit, meter) : exhausted.titleWithoutCount,
    text:
      limitWithAccount === null
        ? exhausted.text(format.date(meter.resetsAt), meter)
        : moreWithAccount.text(limit, limitWithAccount),
  };
}

function WallAction(props: WallProps & { kind: WallKind }) {
  switch (props.kind) {
    case 'free-account':
    case 'free-articles':
    case 'more-with-account':
      return <RegisterFirst {...props} />;
    case 'members':
    case 'ended':
    case 'exhausted':
      return <JoinOffer {...props} />;
    case 'plan':
      return <OtherPlan offers={props.offers} />;
    case 'overdue':
      return <PutPaymentRight payUrl={props.payUrl} />;
    case 'paused':
    case 'blocked':
      return <AskUs />;
  }
}

function RegisterFirst({ offers, path }: WallProps) {
  const language = useLanguage();
  const { words } = language;
  const offer = offers[0];
  const price = offer?.prices[0];
  return (
    <>
      <p class="actions">
        <a class="button" href={withReturnTo(paths.register, path)}>
          {words.wall.register}
        </a>
      </p>
      <SignInInstead path={path}>{words.wall.alreadyRegistered}</SignInInstead>
      {offer && price ? (
        <p class="wall-aside">
          <a href={withReturnTo(paths.join, path)}>{words.wall.orEverything}</a>
          {': '}
          {offer.trialDays > 0
            ? words.offer.trialThen(offer.trialDays, totalPrice(price, language))
            : totalPrice(price, language)}
          {'. '}
          {words.offer.cancelAnyTime}
        </p>
      ) : null}
    </>
  );
}

function JoinOffer({ offers, path, state }: WallProps) {
  const { words } = useLanguage();
  const signedIn = state !== null;
  return (
    <>
      {offers.map((offer) => (
        <div class="wall-offer" key={offer.slug}>
          {offers.length > 1 ? <h3 class="wall-plan">{offer.name}</h3> : null}
          <Benefits offer={offer} />
          <Prices offer={offer} />
          <p class="actions">
            <a class="button" href={withReturnTo(paths.join, path)}>
              {offer.trialDays > 0
                ? words.offer.startTrial(offer.trialDays)
                : words.offer.becomeMember}
            </a>
          </p>
          <p class="small-print">
            {words.offer.cancelAnyTime} {signedIn ? null : words.wall.howJoiningGoes}
          </p>
        </div>
      ))}
      {signedIn ? null : <SignInInstead path={path}>{words.wall.alreadyMember}</SignInInstead>}
    </>
  );
}

/** Without a date: strangers share this page, and it may lie in a cache over midnight. */
function Prices({ offer: { prices, trialDays } }: { offer: OfferProps }) {
  const { words, format } = useLanguage();
  const { chargedAfter, chargedNow, trial } = words.offer;
  return (
    <>
      {trialDays > 0 ? <p class="price price-trial">{trial(trialDays)}</p> : null}
      {prices.map((price) => (
        <div class="wall-price" key={price.id}>
          <PriceLine price={price} />
          <p class="small-print">
            {trialDays > 0
              ? chargedAfter[price.interval](trialDays, format.money(price))
              : chargedNow[price.interval](format.money(price))}
          </p>
        </div>
      ))}
    </>
  );
}

function OtherPlan({ offers }: { offers: OfferProps[] }) {
  const { words } = useLanguage();
  return (
    <>
      {offers.map((offer) => (
        <div class="wall-offer" key={offer.slug}>
          <h3 class="wall-plan">{offer.name}</h3>
          <Benefits offer={offer} />
          {offer.prices.map((price) => (
            <PriceLine key={price.id} price={price} />
          ))}
        </div>
      ))}
      <p class="actions">
        <a class="button" href={paths.account}>
          {words.wall.plan.action}
        </a>
      </p>
    </>
  );
}

function PutPaymentRight({ payUrl }: { payUrl: string | null }) {
  const { words } = useLanguage();
  return (
    <>
      <PayNow payUrl={payUrl} />
      <p class="small-print">{words.wall.overdue.safe}</p>
    </>
  );
}

function AskUs() {
  const { words } = useLanguage();
  return (
    <p class="actions">
      <WriteToUs />
      <a class="button button-quiet" href={paths.account}>
        {words.wall.toAccount}
      </a>
    </p>
  );
}

function SignInInstead(props: { path: string; children: ComponentChildren }) {
  const { words } = useLanguage();
  return (
    <p class="sign-in-instead">
      {props.children} <a href={withReturnTo(paths.signIn, props.path)}>{words.wall.signIn}</a>
    </p>
  );
}
