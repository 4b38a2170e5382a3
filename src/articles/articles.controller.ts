/** Published articles and the paper's sections, for everybody. One article is the paywall's to answer. */
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../platform/clock/clock.js';
import { Public } from '../platform/http/access.decorators.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { pageOfAll } from '../platform/http/paging.js';
import { SharedByAll, shareUntil } from '../platform/http/shared-answers.js';
import { ArticleListing } from './article-listing.service.js';
import { ArticleListQuery } from './article.dto.js';
import {
  type ArticleCardPage,
  type SectionList,
  presentCards,
  presentSections,
} from './article.presenter.js';
import { nextChangeOf } from './gate-schedule.rules.js';

@Controller('api/v1')
export class ArticlesController {
  constructor(
    private readonly listing: ArticleListing,
    private readonly clock: Clock,
  ) {}

  /** Published articles, the newest first; cards without a text. */
  @Public()
  @SharedByAll('articles')
  @Get('articles')
  async list(
    @Query() { limit, cursor, ...filter }: ArticleListQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ArticleCardPage> {
    const page = await this.listing.published(filter, { limit, cursor });
    shareUntil(reply, this.clock.now(), nextChangeOf(page.items));
    return presentCards(page);
  }

  /** The paper's sections, in the order of the masthead. */
  @Public()
  @SharedByAll()
  @Get('sections')
  async sections(@Query() page: PageQuery): Promise<SectionList> {
    return presentSections(pageOfAll(await this.listing.sections(), page));
  }
}
