/** A reader's account: her membership and its next date in words, her invoices, her details. */

import { mayCancel, readsUntil } from '../account/leaving.rules.js';
import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type {
  CardProps,
  InvoiceProps,
  MembershipProps,
  MeterProps,
  OtherPriceProps,
} from '../page-props.js';
import { CardOnFile } from '../parts/card-on-file.js';
import { FormProblem } from '../parts/form.js';
import { Invoices } from '../parts/invoices.js';
import { Layout } from '../parts/layout.js';
import { MembershipInWords } from '../parts/membership-in-words.js';
import { NextSteps } from '../parts/next-steps.js';
import { KeepPresentPlan, OtherPrices } from '../parts/other-prices.js';
import { paths } from '../site-paths.js';

export interface AccountPageProps {
  frame: PageFrame;
  reader: { name: string | null; email: string };
  membership: MembershipProps;
  /** Her membership ended because she had had a trial before. */
  wasRepeatTrial: boolean;
  /** `null` where the meter does not count for this reader. */
  meter: MeterProps | null;
  /** What she may change to. */
  others: OtherPriceProps[];
  /** What pays; null where nothing does, or Stripe has not said. */
  card: CardProps | null;
  invoices: InvoiceProps[];
  /** Where the older ones are; null where there are none. */
  olderInvoices: string | null;
  /** Whether Stripe knows this reader, so that the billing portal can be opened. */
  hasPortal: boolean;
  now: Date;
  problem: string | null;
}

export function AccountPage(props: AccountPageProps) {
  const { words } = useLanguage();
  return (
    <Layout frame={props.frame} title={words.account.title} unlisted>
      <div class="account">
        <header class="page-head">
          <h1>{words.account.title}</h1>
        </header>
        <FormProblem problem={props.problem} />
        <section aria-labelledby="membership">
          <h2 id="membership">{words.account.membership}</h2>
          <MembershipInWords membership={props.membership} wasRepeatTrial={props.wasRepeatTrial} />
          <KeepPresentPlan membership={props.membership} />
          <NextSteps membership={props.membership} />
        </section>
        {props.hasPortal && !owes(props.membership) ? (
          <section aria-labelledby="card">
            <h2 id="card">{words.account.card}</h2>
            <CardOnFile
              card={props.card}
              nextCharge={nextChargeOf(props.membership)}
              now={props.now}
            />
          </section>
        ) : null}
        {props.others.length > 0 ? (
          <section aria-labelledby="others">
            <h2 id="others">{words.change.others}</h2>
            <OtherPrices others={props.others} />
          </section>
        ) : null}
        {props.membership.access ? (
          <section aria-labelledby="gifts">
            <h2 id="gifts">{words.giving.title}</h2>
            <p>
              <a href={paths.gifts}>{words.giving.toGifts}</a>
            </p>
          </section>
        ) : null}
        {props.meter ? (
          <section aria-labelledby="free-articles">
            <h2 id="free-articles">{words.account.freeArticles}</h2>
            <p>{words.article.meterHint(props.meter)}</p>
          </section>
        ) : null}
        {props.invoices.length > 0 ? (
          <section aria-labelledby="invoices">
            <h2 id="invoices">{words.account.invoices}</h2>
            <Invoices invoices={props.invoices} older={props.olderInvoices} />
          </section>
        ) : null}
        <section aria-labelledby="details">
          <h2 id="details">{words.account.details}</h2>
          {props.reader.name ? <p>{props.reader.name}</p> : null}
          <p class="email">{props.reader.email}</p>
          <ul class="doors">
            <li>
              <a href={paths.accountEmail}>{words.emailChange.link}</a>
            </li>
            <li>
              <a href={paths.security}>{words.account.security}</a>
            </li>
          </ul>
          <form method="post" action={paths.signOut}>
            <button class="button button-quiet" type="submit">
              {words.account.signOut}
            </button>
          </form>
        </section>
        <section aria-labelledby="data">
          <h2 id="data">{words.account.data}</h2>
          <ul class="doors">
            <li>
              <a href={paths.accountExport}>{words.disclosure.link}</a>
            </li>
            <li>
              <a href={paths.accountDelete}>{words.farewell.link}</a>
            </li>
          </ul>
        </section>
      </div>
    </Layout>
  );
}

/** Whoever owes a payment finds the card beside the invoice that is open. */
const owes = ({ state }: MembershipProps): boolean => state === 'grace' || state === 'suspended';

function nextChargeOf(membership: MembershipProps): Date | null {
  return mayCancel(membership) ? readsUntil(membership) : null;
}
