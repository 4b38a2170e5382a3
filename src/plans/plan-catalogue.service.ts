/** What a reader can buy now. */
import { Injectable } from '@nestjs/common';
import type { Plan } from './plan.js';
import { PlanRepository } from './plan.repository.js';
import { pricesOnSale } from './plan.rules.js';

@Injectable()
export class PlanCatalogue {
  constructor(private readonly plans: PlanRepository) {}

  /** Plans with at least one price on sale. */
  async onSale(): Promise<Plan[]> {
    const plans = await this.plans.listCurrent();
    return plans.filter((plan) => pricesOnSale(plan).length > 0);
  }

  /** A plan whether or not it is still sold: a member keeps hers. */
  find(id: string): Promise<Plan | null> {
    return this.plans.find(id);
  }
}
