/** A member gives an article away. */
import { Injectable } from '@nestjs/common';
import type { PublicArticle } from '../../articles/article.js';
import { Clock } from '../../platform/clock/clock.js';
import { Limits } from '../../platform/limits/limits.service.js';
import { giving } from './gift.limits.js';
import { expiryOf } from './gift.rules.js';
import type { Gift } from './gift.js';
import { GiftAllowances } from './gift-allowance.service.js';
import { GiftRepository } from './gift.repository.js';
import { GiftableArticles } from './giftable-articles.service.js';
import { giftsNotOffered, giftsUsedUp } from './gifts.errors.js';

@Injectable()
export class GiftGiving {
  constructor(
    private readonly giftable: GiftableArticles,
    private readonly allowances: GiftAllowances,
    private readonly gifts: GiftRepository,
    private readonly clock: Clock,
    private readonly limits: Limits,
  ) {}

  /**
   * One that is still good is given again and counts once.
   * @throws Problem 404, 403 `paywall/gift-needs-membership`, 409 `paywall/gift-not-needed` or
   *   `paywall/gifts-not-offered`, 429 `paywall/gifts-used-up` or `request/too-many`
   */
  async give(slug: string, giverId: string): Promise<Gift> {
    await this.limits.take([giving], giverId);
    const article = await this.giftable.find(slug, giverId);
    return this.gifts.oneAtATime(giverId, () => this.giveOrRepeat(article, giverId));
  }

  private async giveOrRepeat({ id: articleId }: PublicArticle, giverId: string): Promise<Gift> {
    const now = this.clock.now();
    const given = await this.gifts.newestOf(giverId, articleId, now);
    if (given !== null && given.opened < given.openings) return given;
    const { perMonth, days, openings, left, resetsAt } = await this.allowances.of(giverId);
    if (perMonth === 0) throw giftsNotOffered();
    if (left === 0) throw giftsUsedUp(perMonth, resetsAt, now);
    const expiresAt = expiryOf(now, days);
    return this.gifts.add({ articleId, giverId, openings, createdAt: now, expiresAt });
  }
}
