/** What the account page tells a reader about herself, from the same services as the API. */
import { Injectable } from '@nestjs/common';
import { MeService } from '../account/me.service.js';
import { InvoiceListing } from '../billing/invoices/invoice-listing.service.js';
import { presentInvoice } from '../billing/invoices/invoice.presenter.js';
import { ChangePlanner } from '../billing/plan-change/change-planner.service.js';
import type { OtherPrice } from '../billing/plan-change/plan-change.rules.js';
import { MembershipKeeper } from '../memberships/membership-keeper.service.js';
import { TrialLedger } from '../memberships/trial-ledger.repository.js';
import { presentPrice } from '../plans/plan.presenter.js';
import type { Reader } from '../users/reader.js';
import { chargedInAll, forAllSeats } from './all-seats.rules.js';
import type { InvoiceProps, OtherPriceProps } from './page-props.js';
import type { AccountPageProps } from './pages/account.page.js';

/** Eight years of a monthly membership; the portal that the page leads to has whatever is older. */
const shownInvoices = 100;

@Injectable()
export class AccountDesk {
  constructor(
    private readonly me: MeService,
    private readonly invoices: InvoiceListing,
    private readonly planner: ChangePlanner,
    private readonly memberships: MembershipKeeper,
    private readonly trials: TrialLedger,
  ) {}

  async facts(reader: Reader): Promise<Omit<AccountPageProps, 'frame' | 'problem'>> {
    const [{ membership, meter, name, email }, { items: invoices }, others] = await Promise.all([
      this.me.show(reader),
      this.invoices.of(reader.id, { limit: shownInvoices }),
      this.others(reader),
    ]);
    return {
      reader: { name, email },
      membership: chargedInAll(membership),
      wasRepeatTrial: membership.state === 'ended' && (await this.wasRepeatTrial(reader)),
      meter,
      others,
      invoices: invoices.map(presentInvoice).map((invoice): InvoiceProps => ({
        id: invoice.id,
        number: invoice.number,
        issuedAt: invoice.createdAt,
        total: invoice.total,
        refunded: invoice.amountRefunded.amount > 0 ? invoice.amountRefunded : null,
        status: invoice.status,
        url: invoice.hostedUrl,
      })),
      // Whoever has bought something is known to Stripe; a complimentary membership has no price.
      hasPortal: invoices.length > 0 || membership.price !== null,
    };
  }

  private async wasRepeatTrial({ id }: Reader): Promise<boolean> {
    const { membership } = await this.memberships.holding(id);
    return membership !== null && this.trials.wasRepeat(membership.id);
  }

  /** What she may change to; asked of our books alone. */
  async others(reader: Pick<Reader, 'id'>): Promise<OtherPriceProps[]> {
    const { membership } = await this.memberships.holding(reader.id);
    const options = await this.planner.optionsOf(reader.id);
    return options.flatMap((option) => otherPriceProps(option, membership?.seats ?? 1));
  }
}

function otherPriceProps({ plan, price, change }: OtherPrice, seats: number): OtherPriceProps[] {
  // What she has is not among the others.
  if (change.kind === 'kept') return [];
  return [{ plan: { name: plan.name }, price: forAllSeats(presentPrice(price), seats), change }];
}
