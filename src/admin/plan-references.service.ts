/** Checks that the plans an article is narrowed to exist; the articles room knows no plans. */
import { Injectable } from '@nestjs/common';
import { invalidBody } from '../platform/http/problem.js';
import { PlanDesk } from '../plans/plan-desk.service.js';

@Injectable()
export class PlanReferences {
  constructor(private readonly plans: PlanDesk) {}

  /** @throws Problem 422 that names the field `planIds` */
  async mustExist(planIds: readonly string[] | undefined): Promise<void> {
    if (planIds === undefined || planIds.length === 0) return;
    const known = new Set((await this.plans.list()).map(({ id }) => id));
    const unknown = planIds.filter((id) => !known.has(id.toLowerCase()));
    if (unknown.length === 0) return;
    throw invalidBody([{ field: 'planIds', message: `There is no plan ${unknown.join(', ')}.` }]);
  }
}
