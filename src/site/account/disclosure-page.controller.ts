/** A reader takes with her, on the pages, everything that is held of her: the same file as the API's. */
import { Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { disclosures } from '../../account/account.limits.js';
import { Disclosure } from '../../account/disclosure.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { MayBeTooMany } from '../../platform/limits/limited.decorator.js';
import { Limits } from '../../platform/limits/limits.service.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { DisclosurePage } from '../pages/disclosure.page.js';
import { FreshVisits } from '../safety/fresh-visits.service.js';
import { paths } from '../site-paths.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('account/export')
export class DisclosurePageController {
  constructor(
    private readonly freshVisits: FreshVisits,
    private readonly disclosure: Disclosure,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const visit = await this.freshVisits.of(request, reply, paths.accountExport);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    return sendPrivatePage(reply, DisclosurePage, { frame: visit.frame });
  }

  /** Counted together with what she takes by the API. */
  @MayBeTooMany()
  @AcceptsForm()
  @Post()
  async take(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const visit = await this.freshVisits.of(request, reply, paths.accountExport);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    const { id } = visit.reader;
    await this.limits.take([disclosures], id);
    const file = await this.disclosure.of(id, this.clock.now());
    return reply
      .status(200)
      .header('cache-control', 'private, no-store')
      .header('content-disposition', 'attachment; filename="broadsheet.json"')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(file, null, 2));
  }
}
