/** Does the same to many articles, to each as if it were the only one: one that fails is told of and stops no other. */
import { Injectable, Logger } from '@nestjs/common';
import type { DeskArticle, Gate } from '../../../articles/article.js';
import { ArticleDeskService, type Editing } from '../../../articles/desk/article-desk.service.js';
import { ArticlePublishing } from '../../../articles/desk/article-publishing.service.js';
import { ArticleTagging } from '../../../articles/desk/article-tagging.service.js';
import { toProblem } from '../../../platform/http/problem.filter.js';
import { type Problem, invalidBody } from '../../../platform/http/problem.js';
import type { Reader } from '../../../users/reader.js';
import { atDesk, can } from '../../../users/staff/permissions.rules.js';
import { forbidden } from '../../../users/users.errors.js';
import { notTried } from '../../admin.errors.js';
import { PlanReferences } from '../../selling/plan-references.service.js';
import { ArticleDeeds } from '../article-deeds.service.js';
import type { BulkResult } from './bulk.presenter.js';
import { type BulkAction, refusedFields, termsOf } from './bulk.rules.js';

/** A deed, and what it is done with. */
interface BulkWish {
  action: BulkAction;
  publishAt?: Date | undefined;
  section?: string | null | undefined;
  gate?: Gate | undefined;
  planIds?: string[] | undefined;
  freeForHours?: number | null | undefined;
  freeAfterDays?: number | null | undefined;
  tags?: string[] | undefined;
}

/** As the audit knows the deeds. */
const deeds: Record<BulkAction, string> = {
  publish: 'published',
  unpublish: 'unpublished',
  schedule: 'scheduled',
  delete: 'removed',
  'set-section': 'edited',
  'set-gate': 'edited',
  'add-tags': 'edited',
  'remove-tags': 'edited',
};

@Injectable()
export class BulkArticles {
  private readonly logger = new Logger('Bulk');

  constructor(
    private readonly desk: ArticleDeskService,
    private readonly publishing: ArticlePublishing,
    private readonly tagging: ArticleTagging,
    private readonly plans: PlanReferences,
    private readonly deeds: ArticleDeeds,
  ) {}

  /** @throws Problem 403 where her role may not do this at all, 422 for fields that do not go with it */
  async each(ids: readonly string[], wish: BulkWish, staff: Reader): Promise<BulkResult[]> {
    if (!can(staff.roles, termsOf[wish.action].permission)) throw forbidden();
    const refused = refusedFields(wish.action, wish);
    if (refused.length > 0) throw invalidBody(refused);
    const results: BulkResult[] = [];
    let isAway = false;
    for (const id of ids) {
      const problem: Problem | null = isAway ? notTried() : await this.one(id, wish, staff);
      // What all of them need is away: a hundred that wait for it one by one would take minutes.
      isAway ||= problem?.status === 503;
      results.push({ id, problem });
    }
    return results;
  }

  /** In a transaction of its own, with its entry in the audit. */
  private async one(id: string, wish: BulkWish, staff: Reader): Promise<Problem | null> {
    try {
      const detail = { bulk: wish.action };
      await this.deeds.changed(staff, deeds[wish.action], { id, detail }, () =>
        this.act(id, wish, { by: atDesk(staff), ifMatch: '*' }),
      );
      return null;
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status === 500) this.logger.error(`Article ${id}: ${String(error)}`);
      return problem;
    }
  }

  private act(id: string, wish: BulkWish, editing: Editing): Promise<DeskArticle | void> {
    const { publishAt, section, tags = [] } = wish;
    const { gate, planIds, freeForHours, freeAfterDays } = wish;
    switch (wish.action) {
      case 'publish':
        return this.publishing.publish(id);
      case 'unpublish':
        return this.publishing.unpublish(id);
      case 'schedule':
        if (publishAt === undefined) throw new Error('A schedule without its time got this far.');
        return this.publishing.schedule(id, publishAt);
      case 'delete':
        return this.desk.remove(id, editing);
      case 'set-section':
        return this.desk.edit(id, { section }, editing);
      case 'set-gate':
        return this.plans.whileTheyStand(planIds, () =>
          this.desk.edit(id, { gate, planIds, freeForHours, freeAfterDays }, editing),
        );
      case 'add-tags':
        return this.tagging.add(id, tags, editing);
      case 'remove-tags':
        return this.tagging.remove(id, tags, editing);
    }
  }
}
