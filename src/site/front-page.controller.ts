/** The front page. Marks that campaigns put into addresses are let pass. */
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ArticleListing } from '../articles/article-listing.service.js';
import { presentCard } from '../articles/article.presenter.js';
import { nextChangeOf } from '../articles/gate-schedule.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Public } from '../platform/http/access.decorators.js';
import { nameParts, secondsShared } from '../platform/http/shared-answers.js';
import { arrangeFrontPage } from './front-page.rules.js';
import { sendPage } from './page.http.js';
import { PageFrames } from './page-frames.service.js';
import { HomePage } from './pages/home.page.js';
import { paths } from './site-paths.js';

/** Articles that are looked at. */
const looked = 60;

@ApiExcludeController()
@Public()
@Controller()
export class FrontPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly listing: ArticleListing,
    private readonly clock: Clock,
  ) {}

  @Get()
  async front(
    @Query() _marks: object,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader, frame } = await this.frames.visit(request, reply, paths.home);
    const { items } = await this.listing.published({}, { limit: looked });
    const page = arrangeFrontPage(items.map(presentCard), frame.sections);
    nameParts(reply, ['articles']);
    const today = this.clock.now();
    const seconds = secondsShared(today, nextChangeOf(items));
    return sendPage(reply, reader === null, HomePage, { frame, today, ...page }, seconds);
  }
}
