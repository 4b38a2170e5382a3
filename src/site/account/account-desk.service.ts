/** What the account page tells a reader about herself, from the same services as the API. */
import { Injectable } from '@nestjs/common';
import { MeService } from '../../account/me.service.js';
import { CardsOnFile } from '../../billing/cards-on-file.service.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Reader } from '../../users/reader.js';
import type { AccountPageProps } from '../pages/account.page.js';
import { chargedInAll } from './all-seats.rules.js';
import { InvoicesOnThePage } from './invoices-on-the-page.service.js';
import { MembershipOnThePage } from './membership-on-the-page.service.js';

/** A year of a monthly membership; the older ones have a page of their own. */
const shownInvoices = 12;

@Injectable()
export class AccountDesk {
  constructor(
    private readonly me: MeService,
    private readonly onThePage: MembershipOnThePage,
    private readonly invoices: InvoicesOnThePage,
    private readonly cards: CardsOnFile,
    private readonly clock: Clock,
  ) {}

  async facts(reader: Reader): Promise<Omit<AccountPageProps, 'frame' | 'problem'>> {
    const [{ membership, meter, name, email }, { invoices, older }, others, card] =
      await Promise.all([
        this.me.show(reader),
        this.invoices.of(reader, { limit: shownInvoices }),
        this.onThePage.others(reader),
        this.cards.of(reader.id),
      ]);
    const hasEnded = membership.state === 'ended';
    return {
      reader: { name, email },
      membership: chargedInAll(membership),
      wasRepeatTrial: hasEnded && (await this.onThePage.wasRepeatTrial(reader)),
      meter,
      others,
      card,
      invoices,
      olderInvoices: older,
      // Whoever has bought something is known to Stripe; a complimentary membership has no price.
      hasPortal: invoices.length > 0 || membership.price !== null,
      now: this.clock.now(),
    };
  }
}
