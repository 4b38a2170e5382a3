/** A member changes her plan on the pages: first what it would cost, then the press. */
import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PlanChangeRequest } from '../../billing/plan-change/plan-change.dto.js';
import { PlanChangeService } from '../../billing/plan-change/plan-change.service.js';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { ChangePage } from '../pages/change.page.js';
import { readForm } from '../read-form.js';
import { paths } from '../site-paths.js';
import { AccountVisits } from './account-visits.service.js';
import { ChangeDesk } from './change-desk.service.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('account/change')
export class ChangePageController {
  constructor(
    private readonly visits: AccountVisits,
    private readonly desk: ChangeDesk,
    private readonly changes: PlanChangeService,
  ) {}

  @Get()
  async look(
    @Query('price') priceId: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.visits.orTellWhy(request, reply, async (reader, { frame }) => {
      const page = await this.desk.page(reader, priceId);
      if (page === null) return seeOther(reply, paths.account);
      return sendPrivatePage(reply, ChangePage, { frame, ...page });
    });
  }

  @AcceptsForm()
  @Post()
  async change(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.visits.orTellWhy(request, reply, async (reader, visit) => {
      const { sent } = readForm(PlanChangeRequest, form, ['priceId']);
      if (sent === null) {
        const { outdated } = this.visits.words.account.problems;
        return this.visits.accountPage(reply, reader, visit, [outdated, 422]);
      }
      await this.changes.change(reader.id, sent.priceId);
      return seeOther(reply, paths.account);
    });
  }
}
