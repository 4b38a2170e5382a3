/** Says once of each membership at which article's wall its purchase began. */
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Membership } from '../../memberships/membership.js';
import { isRunning } from '../../memberships/membership-of-record.rules.js';
import { Joins } from '../checkout/joins.facts.js';
import { PurchaseMetrics } from '../checkout/purchase.metrics.js';
import { PurchaseOrigins } from '../checkout/purchase-origin.repository.js';
import type { SubscriptionSnapshot } from './subscription-snapshot.js';

@Injectable()
export class JoinKeeper {
  constructor(
    private readonly origins: PurchaseOrigins,
    private readonly joins: Joins,
    private readonly metrics: PurchaseMetrics,
  ) {}

  /** @param before as it was written until now; null where it was not */
  async record(
    { checkoutId }: SubscriptionSnapshot,
    before: Membership | null,
    after: Membership,
  ): Promise<void> {
    // One that has run is no beginning, whatever has become of it since.
    const isNew = before === null || before.status === 'incomplete';
    if (!isNew || !isRunning(after.status)) return;
    this.metrics.memberBegan(after.status === 'trialing', isUUID(checkoutId));
    if (!isUUID(checkoutId)) return;
    const articleId = await this.origins.of(checkoutId as string, after.userId);
    if (articleId !== null) await this.joins.tell({ articleId, begunAt: after.startedAt });
  }
}
