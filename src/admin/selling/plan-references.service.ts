/** Keeps articles from being narrowed to plans that are not there; the articles room knows no plans. */
import { Injectable } from '@nestjs/common';
import { ArticleRepository } from '../../articles/article.repository.js';
import { GateDefaultDesk } from '../../articles/desk/gate-default-desk.service.js';
import { Database } from '../../platform/database/database.js';
import { invalidBody } from '../../platform/http/problem.js';
import { PlanDesk } from '../../plans/plan-desk.service.js';
import { PlanLock } from '../../plans/plan-lock.repository.js';
import { planNamedByArticles, planNamedByDefaultGates } from '../../plans/plans.errors.js';

@Injectable()
export class PlanReferences {
  constructor(
    private readonly plans: PlanDesk,
    private readonly lock: PlanLock,
    private readonly articles: ArticleRepository,
    private readonly gates: GateDefaultDesk,
    private readonly database: Database,
  ) {}

  /**
   * Writes an article while the plans that it names stand: none is deleted before the work is done.
   * @throws Problem 422 that names the field `planIds`
   */
  async whileTheyStand<T>(
    planIds: readonly string[] | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    if (planIds === undefined || planIds.length === 0) return work();
    return this.database.transaction(async () => {
      const known = new Set(await this.lock.toStay(planIds));
      const unknown = planIds.filter((id) => !known.has(id.toLowerCase()));
      if (unknown.length === 0) return work();
      throw invalidBody([{ field: 'planIds', message: `There is no plan ${unknown.join(', ')}.` }]);
    });
  }

  /** @throws Problem 404, 409 `plans/was-sold`, `plans/named-by-articles` or `plans/named-by-default-gates` */
  removePlan(id: string): Promise<void> {
    return this.database.transaction(async () => {
      // Deleted first, which waits for articles being narrowed to it; the refusal takes it back.
      await this.plans.remove(id);
      if (await this.articles.isAnyNarrowedTo(id)) throw planNamedByArticles();
      if (await this.gates.isAnyNarrowedTo(id)) throw planNamedByDefaultGates();
    });
  }
}
