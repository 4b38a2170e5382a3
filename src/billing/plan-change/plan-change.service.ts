/** Moves a member from one price to another at Stripe, and brings the books up to date. */
import { Injectable } from '@nestjs/common';
import { MembershipDesk } from '../../memberships/membership-desk.service.js';
import type { MembershipView } from '../../memberships/membership.presenter.js';
import { Clock } from '../../platform/clock/clock.js';
import { BillingAccount } from '../billing-account.service.js';
import { isStripeRefusal } from '../billing.errors.js';
import { StripePlanChangeGateway } from '../stripe/stripe-plan-change.gateway.js';
import { ChangePlanner, type PlannedChange } from './change-planner.service.js';
import type { PlanChangePreview } from './plan-change.dto.js';

@Injectable()
export class PlanChangeService {
  constructor(
    private readonly planner: ChangePlanner,
    private readonly gateway: StripePlanChangeGateway,
    private readonly account: BillingAccount,
    private readonly memberships: MembershipDesk,
    private readonly clock: Clock,
  ) {}

  /**
   * However often it is asked, she is moved, and charged, once.
   * @throws Problem 402 `billing/card-declined` or `billing/card-needs-confirmation`, nothing being
   *   changed then; 404, 409 and 422 for what is refused
   */
  async change(userId: string, priceId: string): Promise<MembershipView> {
    // Decided on what Stripe says now: a trial may have ended, or a payment failed, a moment ago.
    await this.account.sync(userId);
    const planned = await this.planner.plan(userId, priceId);
    try {
      await this.carryOut(planned);
    } catch (error) {
      if (!isStripeRefusal(error)) throw error;
      // It has ended, or was changed, since it was decided: that is the answer then.
      await this.account.sync(userId);
      await this.planner.plan(userId, priceId);
      throw error;
    }
    await this.account.sync(userId);
    return this.memberships.show(userId);
  }

  /** @throws Problem 404, 409 and 422 as the change itself would */
  async preview(userId: string, priceId: string): Promise<PlanChangePreview> {
    const planned = await this.planner.plan(userId, priceId);
    const { change, price, periodEnd } = planned;
    const nothing = { amount: 0, currency: price.currency };
    if (change.kind === 'at-period-end') {
      const { kind, at } = change;
      return { kind, dueNow: nothing, credit: nothing, takesEffectAt: at, renewsAt: at };
    }
    const now = this.clock.now();
    const cost = await this.costNow(planned);
    return {
      kind: 'now',
      dueNow: cost?.dueNow ?? nothing,
      credit: cost?.credit ?? nothing,
      takesEffectAt: now,
      renewsAt: cost?.paidUntil ?? periodEnd ?? now,
    };
  }

  private async carryOut(planned: PlannedChange): Promise<void> {
    const { subscriptionId, stripePriceId, price, change } = planned;
    switch (change.kind) {
      case 'kept':
        return this.gateway.keep(subscriptionId);
      case 'now':
        return this.gateway.changeNow(subscriptionId, stripePriceId, change);
      case 'at-period-end':
        return this.gateway.changeAtPeriodEnd(subscriptionId, stripePriceId, price.interval);
    }
  }

  /** null where nothing is charged */
  private async costNow({ subscriptionId, stripePriceId, change }: PlannedChange) {
    if (change.kind !== 'now' || !change.isCharged) return null;
    return this.gateway.costNow(subscriptionId, stripePriceId, change);
  }
}
