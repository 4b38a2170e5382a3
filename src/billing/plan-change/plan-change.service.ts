/** Moves a member from one price to another at Stripe, and brings the books up to date. */
import { Injectable } from '@nestjs/common';
import { MembershipDesk } from '../../memberships/membership-desk.service.js';
import type { MembershipView } from '../../memberships/membership.presenter.js';
import { Clock } from '../../platform/clock/clock.js';
import { BillingAccount } from '../billing-account.service.js';
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
    const { subscriptionId, stripePriceId, price, change } = await this.planner.plan(
      userId,
      priceId,
    );
    switch (change.kind) {
      case 'kept':
        await this.gateway.keep(subscriptionId);
        break;
      case 'now':
        await this.gateway.changeNow(subscriptionId, stripePriceId, change);
        break;
      case 'at-period-end':
        await this.gateway.changeAtPeriodEnd(subscriptionId, stripePriceId, price.interval);
        break;
    }
    await this.account.sync(userId);
    return this.memberships.show(userId);
  }

  /** @throws Problem 404, 409 and 422 as the change itself would */
  async preview(userId: string, priceId: string): Promise<PlanChangePreview> {
    const planned = await this.planner.plan(userId, priceId);
    const { change, price } = planned;
    const nothing = { amount: 0, currency: price.currency };
    if (change.kind === 'at-period-end') {
      return { kind: 'at-period-end', dueNow: nothing, takesEffectAt: change.at };
    }
    const dueNow = await this.dueNow(planned);
    return { kind: 'now', dueNow: dueNow ?? nothing, takesEffectAt: this.clock.now() };
  }

  /** null where nothing is charged */
  private async dueNow({ subscriptionId, stripePriceId, change }: PlannedChange) {
    if (change.kind !== 'now' || !change.isCharged) return null;
    return this.gateway.costNow(subscriptionId, stripePriceId, change);
  }
}
