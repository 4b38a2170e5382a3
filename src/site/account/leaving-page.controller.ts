/** A member cancels on the pages, or keeps her membership after all: first what that means, then the press. */
import { Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CancellationService } from '../../billing/cancellation.service.js';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { CancelPage } from '../pages/cancel.page.js';
import { KeepPage } from '../pages/keep.page.js';
import { paths } from '../site-paths.js';
import { AccountVisits } from './account-visits.service.js';
import { isCancelled, mayCancel } from './leaving.rules.js';
import { MembershipOnThePage } from './membership-on-the-page.service.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('account')
export class LeavingPageController {
  constructor(
    private readonly visits: AccountVisits,
    private readonly onThePage: MembershipOnThePage,
    private readonly cancellation: CancellationService,
  ) {}

  @Get('cancel')
  async askToCancel(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.visits.orTellWhy(request, reply, async (reader, { frame }) => {
      const membership = await this.onThePage.show(reader);
      if (!mayCancel(membership)) return seeOther(reply, paths.account);
      return sendPrivatePage(reply, CancelPage, { frame, membership });
    });
  }

  @AcceptsForm()
  @Post('cancel')
  async cancel(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.visits.orTellWhy(request, reply, async (reader) => {
      await this.cancellation.cancel(reader.id);
      return seeOther(reply, paths.account);
    });
  }

  @Get('resume')
  async askToResume(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.visits.orTellWhy(request, reply, async (reader, { frame }) => {
      const membership = await this.onThePage.show(reader);
      if (!isCancelled(membership)) return seeOther(reply, paths.account);
      return sendPrivatePage(reply, KeepPage, { frame, membership });
    });
  }

  @AcceptsForm()
  @Post('resume')
  async resume(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.visits.orTellWhy(request, reply, async (reader) => {
      await this.cancellation.resume(reader.id);
      return seeOther(reply, paths.account);
    });
  }
}
