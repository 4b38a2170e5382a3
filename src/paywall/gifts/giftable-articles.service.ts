/** Which articles a member may give: those that she reads as one, and that are not everybody's already. */
import { Injectable } from '@nestjs/common';
import type { PublicArticle } from '../../articles/article.js';
import { ArticleRepository } from '../../articles/article.repository.js';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import { notFound } from '../../platform/http/problem.js';
import { opensFor } from '../decision/decide-access.rules.js';
import { MeterService } from '../meter/meter.service.js';
import { giftNeedsMembership, giftNotNeeded } from './gifts.errors.js';

@Injectable()
export class GiftableArticles {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly meter: MeterService,
    private readonly keeper: MembershipKeeper,
  ) {}

  /** @throws Problem 404, 403 `paywall/gift-needs-membership`, 409 `paywall/gift-not-needed` */
  async find(slug: string, giverId: string): Promise<PublicArticle> {
    const article = await this.articles.findPublishedBySlug(slug);
    if (article === null) throw notFound();
    const isOpen = article.gate === 'public' || (await this.meter.exempts(article));
    if (isOpen) throw giftNotNeeded();
    if (!opensFor(article, await this.keeper.standing(giverId))) throw giftNeedsMembership();
    return article;
  }
}
