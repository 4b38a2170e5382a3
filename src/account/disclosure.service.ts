/** Puts together everything that is held of a reader, from the rooms that hold it. */
import { Injectable } from '@nestjs/common';
import { BillingDisclosure } from '../billing/disclosure/billing-disclosure.repository.js';
import { MembershipDisclosure } from '../memberships/membership-disclosure.repository.js';
import { PaywallDisclosure } from '../paywall/paywall-disclosure.repository.js';
import { Database } from '../platform/database/database.js';
import { AccountDisclosure } from '../users/disclosure/account-disclosure.repository.js';
import type { DisclosureView } from './disclosure.presenter.js';

@Injectable()
export class Disclosure {
  constructor(
    private readonly accounts: AccountDisclosure,
    private readonly memberships: MembershipDisclosure,
    private readonly billing: BillingDisclosure,
    private readonly paywall: PaywallDisclosure,
    private readonly database: Database,
  ) {}

  /** In one transaction, so that some twenty questions take one connection and not twenty. */
  of(userId: string, madeAt: Date): Promise<DisclosureView> {
    return this.database.transaction(async () => ({
      madeAt,
      account: await this.accounts.of(userId),
      memberships: await this.memberships.of(userId),
      billing: await this.billing.of(userId),
      reading: await this.paywall.of(userId),
      deeds: await this.accounts.deeds(userId),
    }));
  }
}
