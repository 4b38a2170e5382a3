/** Search, for everybody alike. */
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { Public } from '../../platform/http/access.decorators.js';
import { SharedByAll, shareUntil } from '../../platform/http/shared-answers.js';
import { type ArticleCardPage, presentCards } from '../article.presenter.js';
import { SearchQuery } from './article-search.dto.js';
import { ArticleSearch } from './article-search.service.js';
import { nextChangeOf } from '../gate-schedule.rules.js';

@Controller('api/v1/search')
export class ArticleSearchController {
  constructor(
    private readonly search: ArticleSearch,
    private readonly clock: Clock,
  ) {}

  /** Published articles with these words in title, standfirst or public part, the newest first. */
  @Public()
  @SharedByAll('articles')
  @Get()
  async find(
    @Query() { q, limit, cursor }: SearchQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ArticleCardPage> {
    const page = await this.search.find(q, { limit, cursor });
    shareUntil(reply, this.clock.now(), nextChangeOf(page.items));
    return presentCards(page);
  }
}
