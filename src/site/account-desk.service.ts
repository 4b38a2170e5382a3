/** What the account page tells a reader about herself, from the same services as the API. */
import { Injectable } from '@nestjs/common';
import { MeService } from '../account/me.service.js';
import { InvoiceListing } from '../billing/invoice-listing.service.js';
import { presentInvoice } from '../billing/invoice.presenter.js';
import type { Reader } from '../users/reader.js';
import type { InvoiceProps } from './page-props.js';
import type { AccountPageProps } from './pages/account.page.js';

/** Eight years of a monthly membership; the portal that the page leads to has whatever is older. */
const shownInvoices = 100;

@Injectable()
export class AccountDesk {
  constructor(
    private readonly me: MeService,
    private readonly invoices: InvoiceListing,
  ) {}

  async facts(reader: Reader): Promise<Omit<AccountPageProps, 'frame' | 'problem'>> {
    const [{ membership, meter, name, email }, { items: invoices }] = await Promise.all([
      this.me.show(reader),
      this.invoices.of(reader.id, { limit: shownInvoices }),
    ]);
    return {
      reader: { name, email },
      membership,
      meter,
      invoices: invoices.map(presentInvoice).map((invoice): InvoiceProps => ({
        id: invoice.id,
        number: invoice.number,
        issuedAt: invoice.createdAt,
        total: invoice.total,
        status: invoice.status,
        url: invoice.hostedUrl,
      })),
      // Whoever has bought something is known to Stripe; a gift of the house has no price.
      hasPortal: invoices.length > 0 || membership.price !== null,
    };
  }
}
