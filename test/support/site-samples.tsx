/** The reader's pages with sample content, one entry a page and state; for specs and for looking at them. */

import type { VNode } from 'preact';
import { arrangeFrontPage } from '../../src/site/front-page.rules.js';
import type {
  ArticleCardProps,
  InvoiceProps,
  MembershipProps,
  MembershipState,
  MeterProps,
  OfferProps,
  PageFrame,
} from '../../src/site/page-props.js';
import { untouchedForm } from '../../src/site/page-props.js';
import { AccountPage } from '../../src/site/pages/account.page.js';
import { ChangePage, type ChangePageProps } from '../../src/site/pages/change.page.js';
import { ArticlePage } from '../../src/site/pages/article.page.js';
import { CheckMailPage } from '../../src/site/pages/check-mail.page.js';
import { CheckoutCancelledPage } from '../../src/site/pages/checkout-cancelled.page.js';
import { ConfirmLinkPage } from '../../src/site/pages/confirm-link.page.js';
import { ErrorPage } from '../../src/site/pages/error.page.js';
import { FarewellPage, GonePage } from '../../src/site/pages/farewell.page.js';
import { HomePage } from '../../src/site/pages/home.page.js';
import { JoinPage } from '../../src/site/pages/join.page.js';
import { RegisterPage } from '../../src/site/pages/register.page.js';
import { ResetPasswordPage } from '../../src/site/pages/reset-password.page.js';
import { SectionPage } from '../../src/site/pages/section.page.js';
import { SignInPage } from '../../src/site/pages/sign-in.page.js';
import { WelcomePage } from '../../src/site/pages/welcome.page.js';
import { sanitisedAtWriteTime } from '../../src/site/sanitised-html.js';
import { paths } from '../../src/site/site-paths.js';

const DAY = 24 * 60 * 60 * 1000;
const now = new Date('2026-11-22T09:30:00Z');
const inDays = (count: number) => new Date(now.getTime() + count * DAY);

const sections = ['Harbour', 'Town Hall', 'Market', 'Schools', 'Culture'].map((name) => ({
  slug: name.toLowerCase().replace(' ', '-'),
  name,
}));

export const stranger: PageFrame = {
  path: '/articles/members-story',
  stylesheet: '/assets/site.css?v=0',
  sections,
  reader: null,
};
const registered: PageFrame = {
  ...stranger,
  reader: { name: 'Fritz', email: 'fritz@town.test', state: 'none' },
};
const member: PageFrame = {
  ...stranger,
  reader: { name: 'Mira', email: 'mira@town.test', state: 'active' },
};

const stories: [string, string, string, Partial<ArticleCardProps>][] = [
  [
    'members-story',
    'The harbour that would not close',
    'Every autumn the council votes to fill in the old basin, and every spring the boats are still there. An account of the most stubborn forty acres in town.',
    {},
  ],
  [
    'bridge',
    'The bridge will open at night again',
    'After eleven years of red lights, freight returns to the river between midnight and four.',
    { gate: 'public' },
  ],
  [
    'market',
    'What a stall on the square costs now',
    'Rents rose by a fifth. The cheese seller counted along with us.',
    { gate: 'metered' },
  ],
  [
    'school',
    'A school without bells',
    'The first term at Mill Lane ends quietly, and with better marks.',
    { gate: 'registered' },
  ],
  [
    'tram',
    'Line 4, six minutes late since 1987',
    'We rode it for a week with a stopwatch and a retired driver.',
    { kind: 'trend-report' },
  ],
  [
    'orchard',
    'The last orchard inside the ring road',
    'Forty-one varieties, one family, and an offer that expires in March.',
    {},
  ],
  [
    'theatre',
    'The curtain that fell twice',
    'An evening at the Playhouse that nobody will stage again.',
    { gate: 'public' },
  ],
  [
    'library',
    'Borrowed: one ladder, two violins, a drone',
    'The library lends things now. Books are still the favourite.',
    { kind: 'briefing' },
  ],
];
const pictures = ['harbour', 'bridge', 'market', 'school', 'tram', 'orchard', 'theatre', 'library'];
const people = ['Ada Winter', 'Ben Osei', 'Carla Ruiz', 'Dov Levin'];

const cards: ArticleCardProps[] = Array.from({ length: 28 }, (_, place) => {
  const [slug, title, standfirst, more] = stories[place % stories.length] ?? ['', '', '', {}];
  const author = people[place % people.length] ?? '';
  return {
    slug: place < stories.length ? slug : `${slug}-${place}`,
    title,
    standfirst,
    kind: 'story',
    gate: 'members',
    section: sections[place % sections.length] ?? null,
    authors: [{ slug: author.toLowerCase().replace(' ', '-'), name: author }],
    heroImage: {
      url: `/assets/town/${pictures[place % pictures.length]}.svg`,
      alt: 'Boats in the old basin at first light',
      caption: 'The basin at first light; the crane has not moved since 1961.',
      credit: 'Illustration: Ines Vega',
    },
    publishedAt: inDays(-place),
    updatedAt: inDays(-place),
    ...more,
  };
});
const [lead] = cards;
if (!lead) throw new Error('the samples hold no card');
export const leadCard: ArticleCardProps = { ...lead, updatedAt: inDays(0.3) };

export const teaserHtml = sanitisedAtWriteTime(
  '<p>At a quarter past five the ferry horn sounds, and nobody in the old basin looks up. The crane has not moved since 1961; the gulls have it now. On the quay stands a man with a clipboard, counting boats that by the council’s own papers are not there.</p><p>“Thirty-eight,” he says. “Last year it was thirty-one.” He has been asked to count them every November since the first vote, and every November the number has grown.</p>',
);
const bodyHtml = sanitisedAtWriteTime(
  `${teaserHtml}<h2>A vote a year</h2><p>The plan is older than most of the people who oppose it. It appears first in the minutes of 1974, between a complaint about pigeons and the purchase of a piano. <a href="/">The whole of it</a> fits on a page.</p><blockquote><p>You cannot fill in a thing that people look at every morning.</p></blockquote><p>What follows is a table, since the council likes tables.</p><table><thead><tr><th>Year</th><th>Votes for</th><th>Boats</th></tr></thead><tbody><tr><td>2024</td><td>19</td><td>27</td></tr><tr><td>2025</td><td>17</td><td>31</td></tr><tr><td>2026</td><td>16</td><td>38</td></tr></tbody></table><ul><li>Three sheds are listed.</li><li>One is a bakery.</li></ul><h3>What the water knows</h3><p>There is a line on the wall of the customs house, chest high, cut by hand. Nobody in the office remembers who cut it, but everybody knows the date.</p><hr><p>The man with the clipboard closes his pen. The ferry turns.</p>`,
);

const meter = (used: number): MeterProps => ({
  limit: 3,
  used,
  remaining: 3 - used,
  resetsAt: new Date('2026-12-01T00:00:00Z'),
});
export const offer: OfferProps = {
  slug: 'pro',
  name: 'Pro',
  description: 'The whole paper, and a seat at the table.',
  benefits: ['Memos', 'Live Video Q&A', 'Special Events', 'Trend Reports'],
  trialDays: 7,
  prices: [
    {
      id: 'price-1',
      amount: 30000,
      currency: 'usd',
      interval: 'year',
      monthlyEquivalent: { amount: 2500, currency: 'usd' },
    },
  ],
};
const monthly: OfferProps = {
  ...offer,
  trialDays: 0,
  prices: [
    ...offer.prices,
    {
      id: 'price-2',
      amount: 2900,
      currency: 'usd',
      interval: 'month',
      monthlyEquivalent: { amount: 2900, currency: 'usd' },
    },
  ],
};

const nothing: MembershipProps = {
  state: 'none',
  access: false,
  accessUntil: null,
  plan: null,
  price: null,
  trialEndsAt: null,
  currentPeriodEnd: null,
  cancelsAt: null,
  graceEndsAt: null,
  payUrl: null,
  change: null,
};
const held: MembershipProps = {
  ...nothing,
  state: 'active',
  access: true,
  accessUntil: inDays(200),
  plan: { name: 'Pro' },
  price: { id: 'price-1', amount: 30000, currency: 'usd', interval: 'year' },
  currentPeriodEnd: inDays(200),
};
const perMonth = { id: 'price-2', amount: 2900, currency: 'usd', interval: 'month' as const };
const payUrl = 'https://invoice.stripe.test/1';
export const memberships: Record<string, MembershipProps> = {
  none: nothing,
  trialing: { ...held, state: 'trialing', trialEndsAt: inDays(7), currentPeriodEnd: inDays(7) },
  'trialing-cancelled': {
    ...held,
    state: 'trialing',
    trialEndsAt: inDays(7),
    cancelsAt: inDays(7),
  },
  active: held,
  'active-cancelled': { ...held, cancelsAt: inDays(200) },
  'active-monthly': { ...held, price: perMonth },
  'active-changing': {
    ...held,
    change: { plan: { name: 'Pro' }, price: perMonth, at: inDays(200) },
  },
  given: { ...held, price: null },
  'given-for-good': { ...held, price: null, accessUntil: null, currentPeriodEnd: null },
  grace: { ...held, state: 'grace', graceEndsAt: inDays(5), payUrl },
  suspended: { ...held, state: 'suspended', access: false, accessUntil: null, payUrl },
  paused: { ...held, state: 'paused', access: false },
  blocked: { ...held, state: 'blocked', access: false },
  ended: { ...held, state: 'ended', access: false, accessUntil: null },
};

const denied = {
  granted: false as const,
  previewHtml: teaserHtml,
  meter: null,
  offers: [offer],
  payUrl: null,
};
const whose = (state: MembershipState): PageFrame => ({
  ...registered,
  reader: { name: 'Fritz', email: 'fritz@town.test', state },
});
const paid: InvoiceProps = {
  id: 'in_1',
  number: 'BR-0001',
  issuedAt: inDays(-165),
  total: { amount: 30000, currency: 'usd' },
  refunded: null,
  status: 'paid',
  url: 'https://invoice.stripe.test/1',
};
const account = (frame: PageFrame, membership: MembershipProps, more: object = {}): VNode => (
  <AccountPage
    frame={{ ...frame, path: paths.account }}
    reader={{ name: 'Mira Anders', email: 'mira@town.test' }}
    membership={membership}
    meter={null}
    hasPortal={membership.price !== null}
    wasRepeatTrial={false}
    others={[]}
    invoices={[
      paid,
      {
        id: 'in_2',
        number: null,
        issuedAt: inDays(-172),
        total: { amount: 0, currency: 'usd' },
        refunded: null,
        status: 'paid',
        url: null,
      },
    ]}
    problem={null}
    {...more}
  />
);
const usd = (amount: number) => ({ amount, currency: 'usd' });
const change = (preview: ChangePageProps['preview'], trialEndsAt: Date | null = null): VNode => (
  <ChangePage
    frame={member}
    held={{ plan: { name: 'Pro' }, price: { ...perMonth, id: 'price-1', amount: 30000 } }}
    wanted={{ plan: { name: 'Gold' }, price: perMonth }}
    preview={preview}
    trialEndsAt={trialEndsAt}
  />
);
const join = {
  offers: [offer],
  now,
  terms: null,
  addsTax: false,
  returnTo: '/articles/members-story',
  problem: null,
};
const terms = { version: '2026-11', url: 'https://town.test/terms' };

/** Every page in every state worth looking at, by the name of its picture. */
export const gallery: Record<string, VNode> = {
  home: (
    <HomePage
      frame={{ ...stranger, path: '/' }}
      today={now}
      {...arrangeFrontPage(cards, sections)}
    />
  ),
  'home-empty': (
    <HomePage frame={{ ...stranger, path: '/' }} today={now} {...arrangeFrontPage([], sections)} />
  ),
  section: (
    <SectionPage
      frame={{ ...stranger, path: '/sections/harbour' }}
      section={{ slug: 'harbour', name: 'Harbour' }}
      cards={cards.slice(0, 6)}
      older="/sections/harbour?cursor=x"
    />
  ),
  'section-empty': (
    <SectionPage
      frame={stranger}
      section={{ slug: 'market', name: 'Market' }}
      cards={[]}
      older={null}
    />
  ),
  article: (
    <ArticlePage
      frame={member}
      article={leadCard}
      reading={{ granted: true, bodyHtml, meter: null }}
    />
  ),
  'article-metered': (
    <ArticlePage
      frame={registered}
      article={{ ...leadCard, gate: 'metered' }}
      reading={{ granted: true, bodyHtml, meter: meter(1) }}
    />
  ),
  'article-plain': (
    <ArticlePage
      frame={stranger}
      article={{ ...leadCard, heroImage: null, authors: [], section: null, kind: 'memo' }}
      reading={{ granted: true, bodyHtml, meter: null }}
    />
  ),
  'wall-stranger': (
    <ArticlePage
      frame={stranger}
      article={leadCard}
      reading={{ ...denied, denial: 'sign-in-required' }}
    />
  ),
  'wall-free-account': (
    <ArticlePage
      frame={stranger}
      article={{ ...leadCard, gate: 'registered' }}
      reading={{ ...denied, denial: 'sign-in-required' }}
    />
  ),
  'wall-free-articles': (
    <ArticlePage
      frame={stranger}
      article={{ ...leadCard, gate: 'metered' }}
      reading={{ ...denied, denial: 'sign-in-required' }}
    />
  ),
  'wall-membership': (
    <ArticlePage
      frame={registered}
      article={leadCard}
      reading={{ ...denied, denial: 'membership-required' }}
    />
  ),
  'wall-plan': (
    <ArticlePage
      frame={member}
      article={leadCard}
      reading={{ ...denied, denial: 'plan-required' }}
    />
  ),
  'wall-meter': (
    <ArticlePage
      frame={registered}
      article={{ ...leadCard, gate: 'metered' }}
      reading={{ ...denied, denial: 'meter-exhausted', meter: meter(3) }}
    />
  ),
  'wall-overdue': (
    <ArticlePage
      frame={whose('suspended')}
      article={leadCard}
      reading={{ ...denied, offers: [], denial: 'payment-overdue', payUrl }}
    />
  ),
  ...Object.fromEntries(
    (['ended', 'paused', 'blocked'] as const).map((state) => [
      `wall-${state}`,
      <ArticlePage
        frame={whose(state)}
        article={leadCard}
        reading={{ ...denied, denial: 'membership-required' }}
      />,
    ]),
  ),
  'wall-nothing-on-sale': (
    <ArticlePage
      frame={stranger}
      article={leadCard}
      reading={{ ...denied, offers: [], denial: 'sign-in-required' }}
    />
  ),
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
  'sign-in': (
    <SignInPage
      frame={{ ...stranger, path: '/sign-in' }}
      returnTo="/articles/members-story"
      password={untouchedForm}
      link={untouchedForm}
    />
  ),
  'sign-in-refused': (
    <SignInPage
      frame={stranger}
      returnTo={null}
      password={{
        values: { email: 'fritz@town' },
        errors: {
          email: 'This does not look like an e-mail address.',
          password: 'Please type your password.',
        },
        problem: 'E-mail address and password do not belong together.',
      }}
      link={untouchedForm}
    />
  ),
  register: (
    <RegisterPage frame={stranger} returnTo="/articles/members-story" form={untouchedForm} />
  ),
  'register-refused': (
    <RegisterPage
      frame={stranger}
      returnTo={null}
      form={{
        values: { name: 'Lena', email: 'lena@town.test' },
        errors: { password: 'A password needs 15 characters or more.' },
        problem: 'Something is missing.',
      }}
    />
  ),
  'check-mail': (
    <CheckMailPage
      frame={stranger}
      purpose="sign-in"
      email="fritz@town.test"
      returnTo="/articles/members-story"
      form={untouchedForm}
    />
  ),
  'check-mail-refused': (
    <CheckMailPage
      frame={stranger}
      purpose="register"
      email="lena@town.test"
      returnTo={null}
      form={{
        values: { code: '12345' },
        errors: { code: 'A code has six digits.' },
        problem: 'This code is not right.',
      }}
    />
  ),
  'reset-missing': (
    <ResetPasswordPage
      frame={registered}
      step={{ name: 'missing', email: 'fritz@town.test', returnTo: '/join' }}
    />
  ),
  'reset-ask': (
    <ResetPasswordPage
      frame={stranger}
      step={{
        name: 'ask',
        form: {
          values: { email: 'x' },
          errors: { email: 'This does not look like an e-mail address.' },
          problem: null,
        },
      }}
    />
  ),
  'reset-sent': (
    <ResetPasswordPage frame={stranger} step={{ name: 'sent', email: 'fritz@town.test' }} />
  ),
  'reset-choose': (
    <ResetPasswordPage
      frame={stranger}
      step={{ name: 'choose', token: 't0ken', form: untouchedForm }}
    />
  ),
  'reset-done': <ResetPasswordPage frame={stranger} step={{ name: 'done' }} />,
  confirm: <ConfirmLinkPage frame={stranger} purpose="register" token="t0ken" returnTo={null} />,
  'confirm-dead': (
    <ConfirmLinkPage frame={stranger} purpose="sign-in" token={null} returnTo={null} />
  ),
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
  ...Object.fromEntries(
    Object.entries(memberships).map(([state, membership]) => [
      `account-${state}`,
      account(member, membership),
    ]),
  ),
  'account-others': account(member, held, {
    others: [
      {
        plan: { name: 'Pro' },
        price: perMonth,
        change: { kind: 'at-period-end', at: inDays(200) },
      },
      {
        plan: { name: 'Gold' },
        price: { ...perMonth, id: 'price-3', amount: 50000, interval: 'year' },
        change: { kind: 'now', isCharged: true },
      },
    ],
  }),
  'account-repeat-trial': account(registered, memberships['ended'] ?? nothing, {
    wasRepeatTrial: true,
  }),
  'account-refunds': account(member, memberships['ended'] ?? nothing, {
    invoices: [
      { ...paid, id: 'in_3', refunded: { amount: 30000, currency: 'usd' } },
      { ...paid, id: 'in_4', refunded: { amount: 1000, currency: 'usd' } },
      { ...paid, id: 'in_5', status: 'open' },
    ],
  }),
  'change-now': change({ kind: 'now', dueNow: usd(12345), takesEffectAt: now }),
  'change-free': change({ kind: 'now', dueNow: usd(0), takesEffectAt: now }),
  'change-in-trial': change({ kind: 'now', dueNow: usd(0), takesEffectAt: now }, inDays(3)),
  'change-later': change({ kind: 'at-period-end', dueNow: usd(0), takesEffectAt: inDays(200) }),
  farewell: <FarewellPage frame={registered} isMember={false} form={untouchedForm} />,
  'farewell-refused': (
    <FarewellPage
      frame={member}
      isMember
      form={{
        values: { confirm: 'somebody@town.test' },
        errors: { confirm: 'This is not the address of your account.' },
        problem: null,
      }}
    />
  ),
  gone: <GonePage frame={stranger} />,
  'account-fresh': account(registered, nothing, {
    invoices: [],
    meter: meter(1),
    problem: 'We cannot reach the payment service just now.',
  }),
  ...Object.fromEntries(
    (['notFound', 'refused', 'tooMany', 'broken', 'unavailable'] as const).map((kind) => [
      `error-${kind}`,
      <ErrorPage
        frame={{ ...stranger, sections: kind === 'unavailable' ? [] : sections }}
        kind={kind}
      />,
    ]),
  ),
};
