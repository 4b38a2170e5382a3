/** The front page and the sections behind it. Marks that campaigns put into addresses are let pass. */
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ArticleListing } from '../articles/article-listing.service.js';
import { presentCard } from '../articles/article.presenter.js';
import { nextChangeOf } from '../articles/gate-schedule.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Public } from '../platform/http/access.decorators.js';
import { notFound } from '../platform/http/problem.js';
import { nameParts, secondsShared } from '../platform/http/shared-answers.js';
import { arrangeFrontPage } from './front-page.rules.js';
import { sendPage } from './page.http.js';
import { PageFrames } from './page-frames.service.js';
import { HomePage } from './pages/home.page.js';
import { SectionPage } from './pages/section.page.js';
import { paths } from './site-paths.js';

/** Articles a front page looks at, and a page of a section lists. */
const looked = { front: 60, section: 20 };

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
    const { items } = await this.listing.published({}, { limit: looked.front });
    const page = arrangeFrontPage(items.map(presentCard), frame.sections);
    nameParts(reply, ['articles']);
    const today = this.clock.now();
    const seconds = secondsShared(today, nextChangeOf(items));
    return sendPage(reply, reader === null, HomePage, { frame, today, ...page }, seconds);
  }

  @Get('sections/:slug')
  async section(
    @Param('slug') slug: string,
    @Query('cursor') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const path = paths.section(slug);
    const { reader, frame } = await this.frames.visit(request, reply, path);
    const section = frame.sections.find((known) => known.slug === slug);
    if (section === undefined) throw notFound();
    const cursor = typeof after === 'string' ? after : undefined;
    const { items, nextCursor } = await this.listing.published(
      { section: slug },
      { limit: looked.section, cursor },
    );
    const cards = items.map(presentCard);
    const older = nextCursor === null ? null : `${path}?cursor=${nextCursor}`;
    nameParts(reply, [`section:${slug}`]);
    const seconds = secondsShared(this.clock.now(), nextChangeOf(items));
    return sendPage(reply, reader === null, SectionPage, { frame, section, cards, older }, seconds);
  }
}
