/** A reader's invoices: when, how much, what became of each, and the way to Stripe's page of it. */

import type { Language } from '../../words/language.js';
import { useLanguage } from '../language.js';
import type { InvoiceProps } from '../page-props.js';

interface InvoicesProps {
  invoices: InvoiceProps[];
  /** Where the older ones are; null where there are none. */
  older: string | null;
}

export function Invoices({ invoices, older }: InvoicesProps) {
  const language = useLanguage();
  const { words, format } = language;
  const columns = words.account.invoiceColumns;
  if (invoices.length === 0) return <p>{words.account.noInvoices}</p>;
  return (
    <>
      <table class="invoices">
        <thead>
          <tr>
            <th scope="col">{columns.date}</th>
            <th scope="col">{columns.number}</th>
            <th scope="col" class="amount">
              {columns.amount}
            </th>
            <th scope="col">{columns.status}</th>
          </tr>
        </thead>
        <tbody>
          {invoices.map((invoice) => (
            <tr key={invoice.id}>
              <td>
                <time datetime={invoice.issuedAt.toISOString()}>
                  {format.date(invoice.issuedAt)}
                </time>
              </td>
              <td>
                <InvoiceNumber invoice={invoice} />
              </td>
              <td class="amount">{format.money(invoice.total)}</td>
              <td>{whatBecame(invoice, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {older === null ? null : (
        <p class="older">
          <a href={older} rel="next">
            {words.account.olderInvoices}
          </a>
        </p>
      )}
    </>
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

function whatBecame({ status, total, refunded }: InvoiceProps, language: Language): string {
  const { account } = language.words;
  if (refunded !== null) {
    return refunded.amount >= total.amount
      ? account.invoiceRefunded
      : account.invoiceRefundedPart(language.format.money(refunded));
  }
  if (status === 'paid' && total.amount === 0) return account.invoiceFree;
  const known: Record<string, string> = account.invoiceStatus;
  return known[status] ?? status;
}
