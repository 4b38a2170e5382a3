/** The offer in full: what is included, what happens on which date, and the total beside the button. */

import { useLanguage, usePublication } from '../language.js';
import type { JoinPageProps } from '../joining/join-page.props.js';
import type { OfferProps } from '../page-props.js';
import { FormProblem } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { totalPrice } from '../parts/offer.js';
import { PlanCard } from '../parts/plan-card.js';
import { Steps } from '../parts/steps.js';
import { paths } from '../site-paths.js';

export function JoinPage(props: JoinPageProps) {
  const { words } = useLanguage();
  if (props.standing === 'already-member') return <AlreadyMember {...props} />;
  if (props.offers.length === 0 && props.teamOffers.length === 0)
    return <NothingOnSale {...props} />;
  return (
    <Layout frame={props.frame} title={words.join.title} description={words.join.standfirst}>
      <div class="join">
        <Steps at={props.standing === 'account-first' ? 'account' : 'card'} />
        <header class="page-head">
          <h1>{words.join.title}</h1>
          <p class="standfirst">{words.join.standfirst}</p>
        </header>
        <FormProblem problem={props.problem} />
        {props.offers.map((offer) => (
          <PlanCard key={offer.slug} offer={offer} page={props} />
        ))}
        {props.teamOffers.map((offer) => (
          <TeamCard key={offer.slug} offer={offer} />
        ))}
      </div>
    </Layout>
  );
}

function TeamCard({ offer }: { offer: OfferProps }) {
  const language = useLanguage();
  const { join, account } = language.words;
  const { helpEmail } = usePublication();
  return (
    <section class="plan plan-team" aria-labelledby={`plan-${offer.slug}`}>
      <div class="plan-what">
        <p class="kicker">{join.teams}</p>
        <h2 id={`plan-${offer.slug}`}>{offer.name}</h2>
        <p>{offer.description}</p>
      </div>
      <div class="plan-prices">
        {offer.prices.map((price) => (
          <p class="price" key={price.id}>
            <strong>{join.teamSeat(totalPrice(price, language))}</strong>
          </p>
        ))}
        <p>{join.teamText}</p>
        <p class="actions">
          <a class="button button-quiet" href={`mailto:${helpEmail}`}>
            {account.writeToUs(helpEmail)}
          </a>
        </p>
      </div>
    </section>
  );
}

function NothingOnSale({ frame, returnTo }: JoinPageProps) {
  const { words } = useLanguage();
  return (
    <Layout frame={frame} title={words.join.title} unlisted>
      <div class="notice">
        <h1>{words.join.title}</h1>
        <p class="standfirst">{words.join.nothingOnSale}</p>
        <p>{words.join.nothingOnSaleText}</p>
        <p class="actions">
          <a class="button" href={returnTo ?? paths.home}>
            {returnTo === null ? words.error.toFrontPage : words.cancelled.continueReading}
          </a>
        </p>
      </div>
    </Layout>
  );
}

function AlreadyMember({ frame, returnTo }: JoinPageProps) {
  const { words } = useLanguage();
  return (
    <Layout frame={frame} title={words.join.already} unlisted>
      <div class="notice">
        <h1>{words.join.already}</h1>
        <p>{words.join.alreadyText}</p>
        <p class="actions">
          {returnTo === null ? null : (
            <a class="button" href={returnTo}>
              {words.join.readOn}
            </a>
          )}
          <a class={returnTo === null ? 'button' : 'button button-quiet'} href={paths.account}>
            {words.join.toAccount}
          </a>
        </p>
      </div>
    </Layout>
  );
}
