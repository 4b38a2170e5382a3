/**
 * Deletes an account: what runs at Stripe ends first, then whoever she was is forgotten in one transaction.
 * The books stay, and so do consents and the audit: they name nobody any more.
 */
import { Injectable } from '@nestjs/common';
import { BillingErasure } from '../billing/farewell/billing-erasure.service.js';
import { PurchaseEnding } from '../billing/farewell/purchase-ending.service.js';
import { PaywallErasure } from '../paywall/paywall-erasure.service.js';
import { Database } from '../platform/database/database.js';
import { AccountErasure } from '../users/farewell/account-erasure.service.js';

@Injectable()
export class AccountDeletion {
  constructor(
    private readonly accounts: AccountErasure,
    private readonly purchases: PurchaseEnding,
    private readonly books: BillingErasure,
    private readonly reading: PaywallErasure,
    private readonly database: Database,
  ) {}

  /**
   * Twice is once.
   * @param actorId whose wish it is
   * @throws Problem 404, 409 `auth/last-admin`, 503 when Stripe cannot be reached; then nothing is done
   */
  async delete(userId: string, actorId: string): Promise<void> {
    if (await this.accounts.isErased(userId)) return;
    await this.accounts.refuseLastAdmin(userId);
    await this.purchases.endAll(userId);
    await this.database.transaction(async () => {
      // Her customer is locked first, as by a sync.
      await this.books.forget(userId);
      await this.reading.forget(userId);
      await this.accounts.erase(userId, actorId);
    });
  }
}
