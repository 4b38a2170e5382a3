/** From "I want this" to Stripe's page: reviews, writes the purchase down, opens the page. */
import { Injectable } from '@nestjs/common';
import { Limits } from '../../platform/limits/limits.service.js';
import type { Reader } from '../../users/reader.js';
import { checkoutChanging, keyReused } from '../billing.errors.js';
import { isSamePurchase } from './checkout.js';
import { checkoutOver } from './checkout.errors.js';
import { checkouts } from './checkout.limits.js';
import { CheckoutRepository } from './checkout.repository.js';
import { type CheckoutPage, CheckoutPages } from './checkout-pages.service.js';
import { PurchaseOrigins } from './purchase-origin.repository.js';
import { type Purchase, PurchaseReview } from './purchase-review.service.js';

/** How often a request gives way to a parallel one that changes the same checkout. */
const patience = 5;

@Injectable()
export class CheckoutService {
  constructor(
    private readonly review: PurchaseReview,
    private readonly checkouts: CheckoutRepository,
    private readonly pages: CheckoutPages,
    private readonly limits: Limits,
    private readonly origins: PurchaseOrigins,
  ) {}

  /**
   * Opens Stripe's page for a purchase; the same page again while it is open.
   * @param requestKey of the caller's choice: under the same key there is never a second page
   * @throws Problem what `PurchaseReview.agree` refuses, 409 `billing/currency-bound`, 409 `billing/checkout-over`
   *   or 422 `billing/idempotency-key-reused` for a key that is done with, 429 `request/too-many`
   */
  async start(
    reader: Reader,
    purchase: Purchase,
    requestKey: string | null = null,
  ): Promise<CheckoutPage> {
    await this.limits.take(checkouts, reader.id);
    for (let attempt = 0; attempt < patience; attempt += 1) {
      const answered = requestKey === null ? null : await this.again(reader, purchase, requestKey);
      if (answered !== null) return answered;
      // Decided anew each time: what came to its end in the last round may have made her a member.
      const { offer, draft } = await this.review.agree(reader, purchase);
      const wanted = { ...draft, requestKey };
      const checkout = await this.checkouts.openOne(wanted);
      if (checkout === null) continue;
      const isAnswered = checkout.url !== null && checkout.requestKey === requestKey;
      if (requestKey !== null && isAnswered) continue;
      if (!isSamePurchase(checkout, wanted)) {
        await this.pages.putAside(checkout);
        continue;
      }
      const { articleSlug } = purchase;
      if (articleSlug !== undefined) await this.origins.remember(checkout.id, articleSlug);
      const page = await this.pages.pageOf(reader, checkout, offer);
      if (page !== null) return page;
    }
    throw checkoutChanging();
  }

  /** @returns what was answered under this key before; null when nothing was */
  private async again(
    reader: Reader,
    purchase: Purchase,
    requestKey: string,
  ): Promise<CheckoutPage | null> {
    const earlier = await this.checkouts.findByKey(reader.id, requestKey);
    if (earlier === null || earlier.url === null) return null;
    if (!(await this.review.isRepeated(earlier, purchase))) throw keyReused();
    const page = await this.pages.findAgain(earlier);
    if (page !== null) return page;
    // Whoever has paid hears that she is a member; for anybody else this key's page is closed.
    await this.review.agree(reader, purchase);
    throw checkoutOver();
  }
}
