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
  returnTo: '/articles/members-story',
  problem: null,
};
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
  welcome: (
    <WelcomePage
      frame={member}
      membership={memberships['trialing'] ?? nothing}
      returnTo="/articles/members-story"
    />
  ),
  'welcome-pending': (
    <WelcomePage
      frame={{ ...registered, path: '/checkout/success?session_id=cs_1' }}
      membership={nothing}
      returnTo={null}
    />
  ),
  cancelled: <CheckoutCancelledPage frame={registered} returnTo="/articles/members-story" />,
};
