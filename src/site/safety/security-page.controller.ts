/** The page on signing in and security, and the devices that a reader signs out there. */
import { Controller, Get, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { SessionService } from '../../users/sessions/session.service.js';
import { seeOther } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { deeds } from '../pages/security/security.page.js';
import { ownPath } from '../return-to.rules.js';
import { paths, withReturnTo } from '../site-paths.js';
import { SecurityDesk } from './security-desk.service.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('account/security')
export class SecurityPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly desk: SecurityDesk,
    private readonly sessions: SessionService,
  ) {}

  @Get()
  async show(
    @Query() marks: { returnTo?: unknown; done?: unknown },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const returnTo = ownPath(marks.returnTo);
    const { reader, frame } = await this.frames.visit(request, reply, paths.security);
    if (reader === null) {
      const here = returnTo === null ? paths.security : withReturnTo(paths.security, returnTo);
      return seeOther(reply, withReturnTo(paths.signIn, here));
    }
    const done = deeds.find((deed) => deed === marks.done) ?? null;
    return this.desk.page(reply, { reader, frame }, { returnTo, done, problem: null });
  }

  @AcceptsForm()
  @Post('sessions/end-others')
  async endOthers(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader } = await this.frames.visit(request, reply, paths.security);
    if (reader === null) return seeOther(reply, withReturnTo(paths.signIn, paths.security));
    await this.sessions.endAll(reader.id, reader.sessionId);
    return seeOther(reply, paths.securityAfter('sessions-ended'));
  }

  @AcceptsForm()
  @Post('sessions/:id/end')
  async end(
    @Param('id', UuidParam) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader } = await this.frames.visit(request, reply, paths.security);
    if (reader === null) return seeOther(reply, withReturnTo(paths.signIn, paths.security));
    await this.sessions.end(reader.id, id);
    return seeOther(reply, paths.securityAfter('session-ended'));
  }
}
