/** The sample pages on the way to a membership: the offer, and the ways back from Stripe. */
import type { VNode } from 'preact';
import { CheckoutCancelledPage } from '../../../src/site/pages/checkout-cancelled.page.js';
import { JoinPage } from '../../../src/site/pages/join.page.js';
import { WelcomePage } from '../../../src/site/pages/welcome.page.js';
import { member, now, registered, stranger } from './frames.js';
import { memberships, monthly, nothing, offer } from './memberships.js';

const join = {
  offers: [offer],
  now,
  terms: null,
  addsTax: false,
  teamOffers: [],
  chosen: { priceId: null, code: '', codeProblem: null },
  returnTo: '/articles/members-story',
  problem: null,
};
const back = { path: '/articles/members-story', title: 'The harbour that would not close' };
const terms = { version: '2026-11', url: 'https://town.test/terms' };

export const purchasePages: Record<string, VNode> = {
  join: <JoinPage {...join} frame={registered} standing="may-join" />,
  'join-stranger': <JoinPage {...join} frame={stranger} standing="account-first" />,
  'join-two-prices': (
    <JoinPage
      {...join}
      frame={registered}
      standing="may-join"
      offers={[monthly]}
      problem="We cannot reach the payment service just now."
    />
  ),
  'join-terms': <JoinPage {...join} frame={registered} standing="may-join" terms={terms} addsTax />,
  'join-terms-monthly': (
    <JoinPage {...join} frame={registered} standing="may-join" offers={[monthly]} terms={terms} />
  ),
  'join-member': <JoinPage {...join} frame={member} standing="already-member" />,
  'join-empty': <JoinPage {...join} frame={stranger} standing="account-first" offers={[]} />,
  'join-code-refused': (
    <JoinPage
      {...join}
      frame={registered}
      standing="may-join"
      offers={[{ ...monthly, trialDays: 7 }]}
      chosen={{ priceId: 'price-2', code: 'SPRNIG', codeProblem: 'There is no such code.' }}
      problem="The code could not be used. Nothing was bought."
    />
  ),
  'join-teams': (
    <JoinPage
      {...join}
      frame={stranger}
      standing="account-first"
      offers={[{ ...monthly, trialDays: 7 }]}
      teamOffers={[{ ...monthly, slug: 'team', name: 'Newsroom' }]}
    />
  ),
  welcome: (
    <WelcomePage
      frame={member}
      membership={memberships['trialing'] ?? nothing}
      heard="all"
      back={back}
    />
  ),
  ...Object.fromEntries(
    (['nothing-yet', 'nothing-for-long', 'unreachable'] as const).map((heard) => [
      `welcome-${heard}`,
      <WelcomePage
        frame={{ ...registered, path: '/checkout/success?session_id=cs_1' }}
        membership={nothing}
        heard={heard}
        back={{ path: null, title: null }}
      />,
    ]),
  ),
  cancelled: <CheckoutCancelledPage frame={registered} back={back} />,
};
