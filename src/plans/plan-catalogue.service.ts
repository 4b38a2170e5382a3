/** What a reader can buy now. */
import { Injectable } from '@nestjs/common';
import { Announcements } from '../platform/database/announcements.js';
import { Shelf } from '../platform/database/shelf.js';
import type { Plan } from './plan.js';
import { plansTopic } from './plan-lock.repository.js';
import { PlanRepository } from './plan.repository.js';
import { pricesOnSale } from './plan.rules.js';

@Injectable()
export class PlanCatalogue {
  private readonly window: Shelf<Plan[]>;

  constructor(
    private readonly plans: PlanRepository,
    announcements: Announcements,
  ) {
    this.window = new Shelf(announcements, plansTopic, { standsIn: true });
  }

  /** Plans with at least one price on sale. */
  async onSale(): Promise<Plan[]> {
    const plans = await this.plans.listCurrent();
    return plans.filter((plan) => pricesOnSale(plan).length > 0);
  }

  /** The same for whoever only looks, without asking the database each time. Nothing is sold by it. */
  inTheWindow(): Promise<Plan[]> {
    return this.window.get('on sale', () => this.onSale());
  }

  /** A plan whether or not it is still sold: a member keeps hers. */
  find(id: string): Promise<Plan | null> {
    return this.plans.find(id);
  }
}
