/** A reader deletes her account on the pages: she is told what happens, and has to type her address. */
import { Body, Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountDeletion } from '../../account/account-deletion.service.js';
import { refuseUnlessMeant } from '../../account/farewell.js';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import type { Reader } from '../../users/reader.js';
import { CookieSessionService } from '../../users/sessions/cookie-session.service.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { seeOther, sendPrivatePage, setSessionCookie } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import type { PageFrame } from '../page-frame.js';
import { untouchedForm } from '../page-props.js';
import { FarewellPage, GonePage } from '../pages/farewell.page.js';
import { fieldOf } from '../read-form.js';
import { FreshVisits } from '../safety/fresh-visits.service.js';
import { paths } from '../site-paths.js';
import { type FarewellRefusal, farewellRefusal } from './account-words.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('account')
export class FarewellPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly freshVisits: FreshVisits,
    private readonly memberships: MembershipKeeper,
    private readonly deletion: AccountDeletion,
    private readonly cookies: CookieSessionService,
  ) {}

  @Get('delete')
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const visit = await this.freshVisits.of(request, reply, paths.accountDelete);
    return 'detour' in visit ? seeOther(reply, visit.detour) : this.page(reply, visit);
  }

  @AcceptsForm()
  @Post('delete')
  async leave(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const visit = await this.freshVisits.of(request, reply, paths.accountDelete);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    const { reader } = visit;
    const confirm = fieldOf(form, 'confirm') ?? '';
    try {
      refuseUnlessMeant(confirm, reader);
      await this.deletion.delete(reader.id, reader.id);
    } catch (error) {
      const refusal = farewellRefusal(this.frames.words, error);
      if (refusal === null) throw error;
      return this.page(reply, visit, { ...refusal, confirm });
    }
    setSessionCookie(reply, await this.cookies.close(request));
    return seeOther(reply, paths.accountDeleted);
  }

  @Get('deleted')
  async gone(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { frame } = await this.frames.visit(request, reply, paths.home);
    return sendPrivatePage(reply, GonePage, { frame });
  }

  private async page(
    reply: FastifyReply,
    { reader, frame }: { reader: Reader; frame: PageFrame },
    refused?: FarewellRefusal & { confirm: string },
  ): Promise<FastifyReply> {
    const { state } = await this.memberships.standing(reader.id);
    const isMember = state !== 'none' && state !== 'ended';
    const form =
      refused === undefined
        ? untouchedForm
        : {
            values: { confirm: refused.confirm },
            errors: refused.errors,
            problem: refused.problem,
          };
    return sendPrivatePage(reply, FarewellPage, { frame, isMember, form }, refused?.status);
  }
}
