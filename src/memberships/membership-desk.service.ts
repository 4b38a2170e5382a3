/** Tells a reader about her own membership, with the plan and the price that she holds. */
import { Injectable } from '@nestjs/common';
import { PlanCatalogue } from '../plans/plan-catalogue.service.js';
import { PriceRepository } from '../plans/price.repository.js';
import { MembershipKeeper } from './membership-keeper.service.js';
import { type MembershipView, presentMembership } from './membership.presenter.js';

@Injectable()
export class MembershipDesk {
  constructor(
    private readonly keeper: MembershipKeeper,
    private readonly catalogue: PlanCatalogue,
    private readonly prices: PriceRepository,
  ) {}

  async show(userId: string): Promise<MembershipView> {
    const { membership, standing } = await this.keeper.holding(userId);
    const [plan, price] = await Promise.all([
      membership === null ? null : this.catalogue.find(membership.planId),
      membership?.priceId == null ? null : this.prices.find(membership.priceId),
    ]);
    return presentMembership({ membership, standing, plan, price });
  }
}
