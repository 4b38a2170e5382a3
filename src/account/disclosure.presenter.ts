/** Everything that is held of a reader, as she takes it with her. */
import { BillingDisclosed } from '../billing/disclosure/billing-disclosure.presenter.js';
import { MembershipsDisclosed } from '../memberships/membership-disclosure.presenter.js';
import { PaywallDisclosed } from '../paywall/paywall-disclosure.presenter.js';
import { AccountDisclosed } from '../users/disclosure/account-disclosure.presenter.js';

/** What was done to her account, or by it. */
export class DisclosedDeed {
  action: string;
  at: Date;
}

export class DisclosureView {
  madeAt: Date;
  account: AccountDisclosed;
  memberships: MembershipsDisclosed;
  billing: BillingDisclosed;
  reading: PaywallDisclosed;
  deeds: DisclosedDeed[];
}
