/** Puts together everything that is held of a reader, from the rooms that hold it. */
import { Injectable } from '@nestjs/common';
import { BillingDisclosure } from '../billing/disclosure/billing-disclosure.repository.js';
import { MembershipDisclosure } from '../memberships/membership-disclosure.repository.js';
import { PaywallDisclosure } from '../paywall/paywall-disclosure.repository.js';
import { AuditLog } from '../platform/audit/audit-log.repository.js';
import { AccountDisclosure } from '../users/disclosure/account-disclosure.repository.js';
import type { DisclosureView } from './disclosure.presenter.js';

@Injectable()
export class Disclosure {
  constructor(
    private readonly accounts: AccountDisclosure,
    private readonly memberships: MembershipDisclosure,
    private readonly billing: BillingDisclosure,
    private readonly paywall: PaywallDisclosure,
    private readonly audit: AuditLog,
  ) {}

  async of(userId: string, madeAt: Date): Promise<DisclosureView> {
    const [account, memberships, billing, reading, deeds] = await Promise.all([
      this.accounts.of(userId),
      this.memberships.of(userId),
      this.billing.of(userId),
      this.paywall.of(userId),
      this.audit.about(userId),
    ]);
    return { madeAt, account, memberships, billing, reading, deeds };
  }
}
