/** Staff make, edit and archive plans; their prices go through billing, which must tell Stripe. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Purges } from '../platform/edge/purges.js';
import type { Plan, Price } from './plan.js';
import { PlanLock } from './plan-lock.repository.js';
import { type PlanDraft, PlanRepository } from './plan.repository.js';
import { planNotFound, planWasSold, slugTaken } from './plans.errors.js';
import { PriceRepository } from './price.repository.js';

@Injectable()
export class PlanDesk {
  constructor(
    private readonly plans: PlanRepository,
    private readonly prices: PriceRepository,
    private readonly lock: PlanLock,
    private readonly database: Database,
    private readonly purges: Purges,
  ) {}

  list(): Promise<Plan[]> {
    return this.plans.listAll();
  }

  /** @throws Problem 404 */
  async show(id: string): Promise<Plan> {
    const plan = await this.plans.find(id);
    if (plan === null) throw planNotFound();
    return plan;
  }

  /** @throws Problem 409 `plans/slug-taken` */
  async create(draft: PlanDraft): Promise<Plan> {
    const plan = await this.plans.create(draft);
    if (plan === 'slug-taken') throw slugTaken(draft.slug);
    return plan;
  }

  /** @throws Problem 404, 409 `plans/slug-taken` */
  edit(id: string, changes: Partial<PlanDraft>): Promise<Plan> {
    return this.database.transaction(async () => {
      await this.locked(id);
      const plan = await this.plans.edit(id, changes);
      if (plan === 'slug-taken') throw slugTaken(changes.slug ?? '');
      await this.purges.order('plans');
      return plan;
    });
  }

  /**
   * Takes the plan and its prices off sale, those included that wait for Stripe; whoever holds one keeps it.
   * @throws Problem 404
   */
  archive(id: string): Promise<{ plan: Plan; archived: readonly Price[] }> {
    return this.database.transaction(async () => {
      const plan = await this.locked(id);
      if (plan.archivedAt !== null) return { plan, archived: [] };
      await this.prices.archive(plan.prices);
      await this.plans.archive(id);
      await this.purges.order('plans');
      return { plan: await this.show(id), archived: plan.prices };
    });
  }

  /** @throws Problem 404, 409 `plans/was-sold` */
  remove(id: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.locked(id);
      if (!(await this.plans.deleteUnsold(id))) throw planWasSold();
    });
  }

  private async locked(id: string): Promise<Plan> {
    if (!(await this.lock.forChange(id))) throw planNotFound();
    return this.show(id);
  }
}
