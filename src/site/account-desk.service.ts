/** What the account page tells a reader about herself, from the same services as the API. */
import { Injectable } from '@nestjs/common';
import { MeService } from '../account/me.service.js';
import { presentInvoice } from '../billing/invoice.presenter.js';
import { InvoiceRepository } from '../billing/invoice.repository.js';
import type { Reader } from '../users/reader.js';
import type { InvoiceProps } from './page-props.js';
import type { AccountPageProps } from './pages/account.page.js';

@Injectable()
export class AccountDesk {
  constructor(
    private readonly me: MeService,
    private readonly invoices: InvoiceRepository,
  ) {}

  async facts(reader: Reader): Promise<Omit<AccountPageProps, 'frame' | 'problem'>> {
    const [{ membership, meter, name, email }, invoices] = await Promise.all([
      this.me.show(reader),
      this.invoices.listOf(reader.id),
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
