/** Tells a reader about her own membership, with the plan and the price that she holds. */
import { Injectable } from '@nestjs/common';
import { PlanCatalogue } from '../plans/plan-catalogue.service.js';
import type { Plan, Price } from '../plans/plan.js';
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
    const [plan, price, next] = await Promise.all([
      membership === null ? null : this.catalogue.find(membership.planId),
      membership?.priceId == null ? null : this.prices.find(membership.priceId),
      membership?.nextPriceId == null ? null : this.offered(membership.nextPriceId),
    ]);
    return presentMembership({ membership, standing, plan, price, next });
  }

  private async offered(priceId: string): Promise<{ plan: Plan; price: Price } | null> {
    const price = await this.prices.find(priceId);
    const plan = price === null ? null : await this.catalogue.find(price.planId);
    return price === null || plan === null ? null : { plan, price };
  }
}
