/** Staff make, edit and archive plans; their prices go through billing, which must tell Stripe. */
import { Injectable } from '@nestjs/common';
import type { Plan } from './plan.js';
import { type PlanDraft, PlanRepository } from './plan.repository.js';
import { planNotFound, planWasSold, slugTaken } from './plans.errors.js';

@Injectable()
export class PlanDesk {
  constructor(private readonly plans: PlanRepository) {}

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
  async edit(id: string, changes: Partial<PlanDraft>): Promise<Plan> {
    await this.show(id);
    const plan = await this.plans.edit(id, changes);
    if (plan === 'slug-taken') throw slugTaken(changes.slug ?? '');
    return plan;
  }

  /** Takes the plan off sale; whoever holds it keeps it. */
  async archive(id: string): Promise<Plan> {
    const plan = await this.show(id);
    if (plan.archivedAt === null) await this.plans.archive(id);
    return this.show(id);
  }

  /** @throws Problem 404, 409 `plans/was-sold` */
  async remove(id: string): Promise<void> {
    await this.show(id);
    if (!(await this.plans.deleteUnsold(id))) throw planWasSold();
  }
}
