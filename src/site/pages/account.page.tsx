/** A reader's account: her membership and its next date in words, her invoices, her details. */

import { useLanguage } from '../language.js';
import type {
  InvoiceProps,
  MembershipProps,
  MembershipState,
  MeterProps,
  PageFrame,
} from '../page-props.js';
import { FormProblem } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { MembershipInWords } from '../parts/membership-in-words.js';
import { paths } from '../site-paths.js';

export interface AccountPageProps {
  frame: PageFrame;
  reader: { name: string | null; email: string };
  membership: MembershipProps;
  /** `null` where the meter does not count for this reader. */
  meter: MeterProps | null;
  invoices: InvoiceProps[];
  /** Whether Stripe knows this reader, so that the billing portal can be opened. */
  hasPortal: boolean;
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
          <MembershipInWords membership={props.membership} />
          <NextSteps state={props.membership.state} hasPortal={props.hasPortal} />
        </section>
        {props.meter ? (
          <section aria-labelledby="free-articles">
            <h2 id="free-articles">{words.account.freeArticles}</h2>
            <p>{words.article.meterHint(props.meter.remaining, props.meter.limit)}</p>
          </section>
        ) : null}
        <section aria-labelledby="invoices">
          <h2 id="invoices">{words.account.invoices}</h2>
          <Invoices invoices={props.invoices} />
        </section>
        <section aria-labelledby="details">
          <h2 id="details">{words.account.details}</h2>
          {props.reader.name ? <p>{props.reader.name}</p> : null}
          <p class="email">{props.reader.email}</p>
          <form method="post" action={paths.signOut}>
            <button class="button button-quiet" type="submit">
              {words.account.signOut}
            </button>
          </form>
        </section>
      </div>
    </Layout>
  );
}

const OWES: readonly MembershipState[] = ['grace', 'suspended'];
const MAY_JOIN: readonly MembershipState[] = ['none', 'ended'];

function NextSteps({ state, hasPortal }: { state: MembershipState; hasPortal: boolean }) {
  const { words } = useLanguage();
  const owes = OWES.includes(state);
  return (
    <>
      {MAY_JOIN.includes(state) ? (
        <p class="actions">
          <a class="button" href={paths.join}>
            {state === 'none' ? words.account.join : words.account.joinAgain}
          </a>
        </p>
      ) : null}
      {hasPortal ? (
        <form class="actions" method="post" action={paths.accountPortal}>
          <button class={owes ? 'button' : 'button button-quiet'} type="submit">
            {owes ? words.account.fixPayment : words.account.portal}
          </button>
          <p class="small-print">{words.account.portalText}</p>
        </form>
      ) : null}
    </>
  );
}

function Invoices({ invoices }: { invoices: InvoiceProps[] }) {
  const { words, format } = useLanguage();
  const columns = words.account.invoiceColumns;
  if (invoices.length === 0) return <p>{words.account.noInvoices}</p>;
  return (
    <table class="invoices">
      <thead>
        <tr>
          <th scope="col">{columns.date}</th>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.amount}</th>
          <th scope="col">{columns.status}</th>
        </tr>
      </thead>
      <tbody>
        {invoices.map((invoice) => (
          <tr key={invoice.id}>
            <td>
              <time datetime={invoice.issuedAt.toISOString()}>{format.date(invoice.issuedAt)}</time>
            </td>
            <td>
              <InvoiceNumber invoice={invoice} />
            </td>
            <td class="amount">{format.money(invoice.total)}</td>
            <td>{statusWord(words.account.invoiceStatus, invoice.status)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function InvoiceNumber({ invoice }: { invoice: InvoiceProps }) {
  const { words } = useLanguage();
  if (!invoice.url) return <>{invoice.number}</>;
  return (
    <a
      href={invoice.url}
      aria-label={invoice.number ? words.account.viewNumbered(invoice.number) : undefined}
    >
      {invoice.number ?? words.account.view}
    </a>
  );
}

function statusWord(known: Record<string, string>, status: string): string {
  return known[status] ?? status;
}
