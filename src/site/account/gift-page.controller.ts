/** A member gives articles on the pages, and takes them back. */
import { Controller, Get, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GiftDesk } from '../../paywall/gifts/gift-desk.service.js';
import { GiftGiving } from '../../paywall/gifts/gift-giving.service.js';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { type MembershipRefusal, givingRefusal } from './account-words.js';
import { GiftsOnThePage } from './gifts-on-the-page.service.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames, type Visit } from '../page-frames.service.js';
import { GiftsPage } from '../pages/gifts.page.js';
import { paths, withReturnTo } from '../site-paths.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller()
export class GiftPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly giftsOnThePage: GiftsOnThePage,
    private readonly giving: GiftGiving,
    private readonly desk: GiftDesk,
  ) {}

  @AcceptsForm()
  @Post('articles/:slug/gift')
  async give(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const visit = await this.frames.visit(request, reply, paths.gifts);
    if (visit.reader === null) {
      return seeOther(reply, withReturnTo(paths.signIn, paths.article(slug)));
    }
    try {
      const { id } = await this.giving.give(slug, visit.reader.id);
      return await seeOther(reply, paths.giftGiven(id));
    } catch (error) {
      const refusal = givingRefusal(this.frames.words, error);
      if (refusal === null) throw error;
      return this.page(reply, visit, null, refusal);
    }
  }

  @Get('account/gifts')
  async show(
    @Query('given') givenId: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.page(reply, await this.frames.visit(request, reply, paths.gifts), givenId);
  }

  @AcceptsForm()
  @Post('account/gifts/:id/revoke')
  async revoke(
    @Param('id', UuidParam) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader } = await this.frames.visit(request, reply, paths.gifts);
    if (reader === null) return seeOther(reply, withReturnTo(paths.signIn, paths.gifts));
    await this.desk.revoke(reader.id, id);
    return seeOther(reply, paths.gifts);
  }

  private async page(
    reply: FastifyReply,
    { reader, frame }: Visit,
    givenId: unknown,
    [problem, status]: MembershipRefusal | [null, 200] = [null, 200],
  ): Promise<FastifyReply> {
    if (reader === null) return seeOther(reply, withReturnTo(paths.signIn, paths.gifts));
    const page = { frame, ...(await this.giftsOnThePage.page(reader, givenId)), problem };
    return sendPrivatePage(reply, GiftsPage, page, status);
  }
}
