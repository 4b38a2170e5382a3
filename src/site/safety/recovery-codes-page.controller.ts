/** New recovery codes, on the pages. */
import { Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { RecoveryCodes } from '../../users/second-factor/recovery-codes.service.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { codeOf } from '../form-words.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { RecoveryCodesPage } from '../pages/security/recovery-codes.page.js';
import { paths } from '../site-paths.js';
import { factorRefusal } from './factor-words.js';
import { FreshVisits } from './fresh-visits.service.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('account/security/recovery-codes')
export class RecoveryCodesPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly freshVisits: FreshVisits,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const visit = await this.freshVisits.of(request, reply, paths.recoveryCodes);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    const step = { name: 'ask', problem: null } as const;
    return sendPrivatePage(reply, RecoveryCodesPage, { frame: visit.frame, step });
  }

  @AcceptsForm()
  @Post()
  async renew(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const visit = await this.freshVisits.of(request, reply, paths.recoveryCodes);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    const { reader, frame } = visit;
    try {
      const codes = await this.recoveryCodes.renew(reader);
      const step = { name: 'shown', codes, returnTo: null } as const;
      return await sendPrivatePage(reply, RecoveryCodesPage, { frame, step });
    } catch (error) {
      if (codeOf(error) === 'auth/no-authenticator') return seeOther(reply, paths.security);
      const refusal = factorRefusal(this.frames.words, error);
      if (refusal === null) throw error;
      const step = { name: 'ask', problem: refusal.problem } as const;
      return sendPrivatePage(reply, RecoveryCodesPage, { frame, step }, refusal.status);
    }
  }
}
