/** A reader opens an article's page: decided and metered by the same service as the API's answer. */
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpensArticle } from '../paywall/reading/opens-article.decorator.js';
import { ReadingDoor } from '../paywall/reading/reading-door.service.js';
import { Public } from '../platform/http/access.decorators.js';
import { nameMoreParts } from '../platform/http/shared-answers.js';
import { ArticlePages } from './article-pages.service.js';
import { sendRendered } from './page.http.js';
import { PageFrames } from './page-frames.service.js';
import { paths } from './site-paths.js';

@ApiExcludeController()
@Public()
@Controller('articles')
export class ArticlePageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly door: ReadingDoor,
    private readonly pages: ArticlePages,
  ) {}

  @OpensArticle()
  @Get(':slug')
  async open(
    @Param('slug') slug: string,
    @Query('gift') gift: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { era } = this.pages;
    const { reader, frame } = await this.frames.visit(request, reply, paths.article(slug));
    const giftToken = typeof gift === 'string' ? gift : null;
    const arrival = { request, reply, reader, giftToken, identifiedBy: 'Cookie' } as const;
    const reading = await this.door.open(slug, arrival);
    const { section } = reading.article;
    if (section !== null) nameMoreParts(reply, [`section:${section.slug}`]);
    const page = await this.pages.render(reading, { frame, era }, reader);
    return sendRendered(reply, reading.isShared, page, reading.sharedSeconds);
  }
}
