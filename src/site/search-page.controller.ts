/** Search as a page. What cannot be looked for finds nothing; an address is never an error of its reader's. */
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ArticleCard } from '../articles/article.js';
import { presentCard } from '../articles/article.presenter.js';
import { LONGEST_QUESTION } from '../articles/search/article-search.dto.js';
import { ArticleSearch } from '../articles/search/article-search.service.js';
import { nextChangeOf } from '../articles/gate-schedule.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Public } from '../platform/http/access.decorators.js';
import type { Page } from '../platform/http/page.dto.js';
import { nameParts, secondsShared } from '../platform/http/shared-answers.js';
import { sendPage } from './page.http.js';
import { PageFrames } from './page-frames.service.js';
import { SearchPage } from './pages/search.page.js';
import { paths } from './site-paths.js';

/** Articles on a page of what was found. */
const listed = 20;

const nothing: Page<ArticleCard> = { items: [], nextCursor: null };

@ApiExcludeController()
@Public()
@Controller('search')
export class SearchPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly search: ArticleSearch,
    private readonly clock: Clock,
  ) {}

  @Get()
  async find(
    @Query('q') q: unknown,
    @Query('cursor') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader, frame } = await this.frames.visit(request, reply, paths.search);
    const words = typeof q === 'string' ? q.slice(0, LONGEST_QUESTION).toWellFormed().trim() : '';
    const cursor = typeof after === 'string' ? after : undefined;
    const found = words === '' ? nothing : await this.search.find(words, { limit: listed, cursor });
    const { items, nextCursor } = found;
    const older = nextCursor === null ? null : paths.searchFor(words, nextCursor);
    const cards = items.map(presentCard);
    nameParts(reply, ['articles']);
    const seconds = secondsShared(this.clock.now(), nextChangeOf(items));
    return sendPage(reply, reader === null, SearchPage, { frame, words, cards, older }, seconds);
  }
}
