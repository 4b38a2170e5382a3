/** What a member does with her membership on the pages: change it, cancel it, take that back. */
import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CancellationService } from '../billing/cancellation.service.js';
import { PlanChangeRequest } from '../billing/plan-change/plan-change.dto.js';
import { PlanChangeService } from '../billing/plan-change/plan-change.service.js';
import { AcceptsForm, Public } from '../platform/http/access.decorators.js';
import type { Reader } from '../users/reader.js';
import { SameOriginGuard } from '../users/sessions/same-origin.guard.js';
import { AccountDesk } from './account-desk.service.js';
import { ChangeDesk } from './change-desk.service.js';
import { type MembershipRefusal, membershipRefusal } from './form-words.js';
import { seeOther, sendPrivatePage } from './page.http.js';
import { PageFrames, type Visit } from './page-frames.service.js';
import { AccountPage } from './pages/account.page.js';
import { ChangePage } from './pages/change.page.js';
import { readForm } from './read-form.js';
import { paths, withReturnTo } from './site-paths.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('account')
export class MembershipPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly desk: AccountDesk,
    private readonly changeDesk: ChangeDesk,
    private readonly changes: PlanChangeService,
    private readonly cancellation: CancellationService,
  ) {}

  @Get('change')
  async look(
    @Query('price') priceId: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.orTellWhy(request, reply, async (reader, { frame }) => {
      const page = await this.changeDesk.page(reader, priceId);
      if (page === null) return seeOther(reply, paths.account);
      return sendPrivatePage(reply, ChangePage, { frame, ...page });
    });
  }

  @AcceptsForm()
  @Post('change')
  async change(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.orTellWhy(request, reply, async (reader, visit) => {
      const { sent } = readForm(PlanChangeRequest, form, ['priceId']);
      if (sent === null)
        return this.accountPage(reply, reader, visit, [
          this.frames.words.account.problems.outdated,
          422,
        ]);
      await this.changes.change(reader.id, sent.priceId);
      return seeOther(reply, paths.account);
    });
  }

  @AcceptsForm()
  @Post('cancel')
  async cancel(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.orTellWhy(request, reply, async (reader) => {
      await this.cancellation.cancel(reader.id);
      return seeOther(reply, paths.account);
    });
  }

  @AcceptsForm()
  @Post('resume')
  async resume(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.orTellWhy(request, reply, async (reader) => {
      await this.cancellation.resume(reader.id);
      return seeOther(reply, paths.account);
    });
  }

  /** A refusal that a reader can understand becomes her account page with a sentence on top. */
  private async orTellWhy(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (reader: Reader, visit: Visit) => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    const visit = await this.frames.visit(request, reply, paths.account);
    const { reader } = visit;
    if (reader === null) return seeOther(reply, withReturnTo(paths.signIn, paths.account));
    try {
      return await work(reader, visit);
    } catch (error) {
      const refusal = membershipRefusal(this.frames.words, error);
      if (refusal === null) throw error;
      return this.accountPage(reply, reader, visit, refusal);
    }
  }

  private async accountPage(
    reply: FastifyReply,
    reader: Reader,
    { frame }: Visit,
    [problem, status]: MembershipRefusal,
  ): Promise<FastifyReply> {
    const page = { frame, ...(await this.desk.facts(reader)), problem };
    return sendPrivatePage(reply, AccountPage, page, status);
  }
}
