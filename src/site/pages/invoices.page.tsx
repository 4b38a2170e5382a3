/** All of a reader's invoices, a page at a time. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { InvoiceProps } from '../page-props.js';
import { Invoices } from '../parts/invoices.js';
import { Layout } from '../parts/layout.js';
import { paths } from '../site-paths.js';

export interface InvoicesPageProps {
  frame: PageFrame;
  invoices: InvoiceProps[];
  /** Where the older ones are; null where there are none. */
  older: string | null;
}

export function InvoicesPage({ frame, invoices, older }: InvoicesPageProps) {
  const { words } = useLanguage();
  return (
    <Layout frame={frame} title={words.account.invoicesOf} unlisted>
      <div class="account">
        <header class="page-head">
          <h1>{words.account.invoicesOf}</h1>
        </header>
        <Invoices invoices={invoices} older={older} />
        <p class="actions">
          <a class="button button-quiet" href={paths.account}>
            {words.giving.toAccount}
          </a>
        </p>
      </div>
    </Layout>
  );
}
