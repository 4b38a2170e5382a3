/** The sample pages of somebody's account: each membership, a change of plan, and her farewell. */
import type { VNode } from 'preact';
import type { PageFrame } from '../../../src/site/page-frame.js';
import {
  type CardProps,
  type GiftProps,
  type InvoiceProps,
  type MembershipProps,
  untouchedForm,
} from '../../../src/site/page-props.js';
import { AccountPage } from '../../../src/site/pages/account.page.js';
import { CancelPage } from '../../../src/site/pages/cancel.page.js';
import { ChangePage, type ChangePageProps } from '../../../src/site/pages/change.page.js';
import { DisclosurePage } from '../../../src/site/pages/disclosure.page.js';
import { FarewellPage, GonePage } from '../../../src/site/pages/farewell.page.js';
import { GiftsPage } from '../../../src/site/pages/gifts.page.js';
import { InvoicesPage } from '../../../src/site/pages/invoices.page.js';
import { KeepPage } from '../../../src/site/pages/keep.page.js';
import { paths } from '../../../src/site/site-paths.js';
import { meter } from './articles.js';
import { inDays, member, now, registered, stranger } from './frames.js';
import { held, memberships, nothing, perMonth } from './memberships.js';

const paid: InvoiceProps = {
  id: 'in_1',
  number: 'BR-0001',
  issuedAt: inDays(-165),
  total: { amount: 30000, currency: 'usd' },
  refunded: null,
  status: 'paid',
  url: 'https://invoice.stripe.test/1',
};
const card: CardProps = { brand: 'visa', last4: '4242', expMonth: 12, expYear: 2034 };
const account = (frame: PageFrame, membership: MembershipProps, more: object = {}): VNode => (
  <AccountPage
    frame={{ ...frame, path: paths.account }}
    reader={{ name: 'Mira Anders', email: 'mira@town.test' }}
    membership={membership}
    meter={null}
    hasPortal={membership.price !== null}
    wasRepeatTrial={false}
    others={[]}
    card={membership.price === null ? null : card}
    olderInvoices={null}
    now={now}
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
const change = (
  preview: Omit<ChangePageProps['preview'], 'credit' | 'renewsAt'>,
  trialEndsAt: Date | null = null,
): VNode => (
  <ChangePage
    frame={member}
    held={{ plan: { name: 'Pro' }, price: { ...perMonth, id: 'price-1', amount: 30000 } }}
    wanted={{ plan: { name: 'Gold' }, price: perMonth }}
    preview={{
      ...preview,
      credit: usd(preview.dueNow.amount === 0 ? 0 : 6000),
      renewsAt: inDays(365),
    }}
    trialEndsAt={trialEndsAt}
  />
);

const gift = (state: GiftProps['state']): GiftProps => ({
  id: `gift-${state}`,
  slug: 'members-story',
  title: 'The harbour at night',
  url: 'https://town.test/articles/members-story?gift=abc.def',
  expiresAt: inDays(14),
  openings: 5,
  opened: 2,
  state,
});

export const accountPages: Record<string, VNode> = {
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
  'account-fresh': account(registered, nothing, {
    invoices: [],
    meter: meter(1),
    problem: 'We cannot reach the payment service just now.',
  }),
  'account-old-card': account(member, held, {
    card: { brand: 'mastercard', last4: '0005', expMonth: 1, expYear: 2027 },
  }),
  'account-dead-card': account(member, held, {
    card: { brand: 'somebrand', last4: '0005', expMonth: 1, expYear: 2026 },
  }),
  'account-card-unknown': account(member, held, {
    card: null,
    olderInvoices: '/account/invoices?cursor=x',
  }),
  cancel: <CancelPage frame={member} membership={memberships['active-changing'] ?? nothing} />,
  'cancel-trial': <CancelPage frame={member} membership={memberships['trialing'] ?? nothing} />,
  keep: <KeepPage frame={member} membership={memberships['active-cancelled'] ?? nothing} />,
  invoices: <InvoicesPage frame={member} invoices={[paid]} older="/account/invoices?cursor=x" />,
  export: <DisclosurePage frame={registered} />,
  gifts: (
    <GiftsPage
      frame={member}
      given={gift('live')}
      gifts={(['live', 'used-up', 'over', 'revoked'] as const).map(gift)}
      perMonth={10}
      left={6}
      resetsAt={inDays(9)}
      problem={null}
    />
  ),
  'gifts-none': (
    <GiftsPage
      frame={registered}
      given={null}
      gifts={[]}
      perMonth={0}
      left={0}
      resetsAt={inDays(9)}
      problem="You can give what you read with your membership."
    />
  ),
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
};
