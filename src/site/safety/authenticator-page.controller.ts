/** A reader sets up an authenticator on the pages, replaces it or takes it away. */
import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { AuthenticatorSetUp } from '../../users/second-factor/authenticator-set-up.service.js';
import { ConfirmAuthenticatorDto } from '../../users/second-factor/second-factor.dto.js';
import { SecondFactorState } from '../../users/second-factor/second-factor-state.service.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { codeOf } from '../form-words.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { type FormState, untouchedForm } from '../page-props.js';
import { AuthenticatorPage } from '../pages/security/authenticator.page.js';
import { RecoveryCodesPage } from '../pages/security/recovery-codes.page.js';
import { fieldOf, readForm } from '../read-form.js';
import { ownPath } from '../return-to.rules.js';
import { paths, withReturnTo } from '../site-paths.js';
import { factorRefusal } from './factor-words.js';
import { FreshVisits, type KnownVisit } from './fresh-visits.service.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('account/security/authenticator')
export class AuthenticatorPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly freshVisits: FreshVisits,
    private readonly state: SecondFactorState,
    private readonly setUp: AuthenticatorSetUp,
  ) {}

  @Get()
  async show(
    @Query('returnTo') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const returnTo = ownPath(asked);
    const visit = await this.visit(request, reply, returnTo);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    return this.begin(reply, visit, returnTo, null);
  }

  /** Makes the secret, and shows it. */
  @AcceptsForm()
  @Post()
  async propose(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const returnTo = ownPath(fieldOf(form, 'returnTo'));
    const visit = await this.visit(request, reply, returnTo);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    try {
      const proposed = await this.setUp.propose(visit.reader);
      const step = { name: 'scan', ...proposed, form: untouchedForm } as const;
      return await sendPrivatePage(reply, AuthenticatorPage, {
        frame: visit.frame,
        returnTo,
        step,
      });
    } catch (error) {
      return this.refused(reply, visit, returnTo, error);
    }
  }

  /** Takes the first code, and shows the recovery codes: the only time that anybody sees them. */
  @AcceptsForm()
  @Post('confirm')
  async confirm(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const returnTo = ownPath(fieldOf(form, 'returnTo'));
    const visit = await this.visit(request, reply, returnTo);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    const { sent } = readForm(ConfirmAuthenticatorDto, form, ['code']);
    if (sent === null) {
      const errors = { code: this.frames.words.fields.problems.code };
      return this.scanAgain(reply, visit, form, { values: {}, errors, problem: null });
    }
    try {
      const codes = await this.setUp.confirm(visit.reader, sent.code);
      const step = { name: 'shown', codes, returnTo } as const;
      return await sendPrivatePage(reply, RecoveryCodesPage, { frame: visit.frame, step });
    } catch (error) {
      if (codeOf(error) !== 'auth/invalid-code') return this.refused(reply, visit, returnTo, error);
      const problem = this.frames.words.security.problems.authenticatorCode;
      return this.scanAgain(reply, visit, form, { values: {}, errors: {}, problem });
    }
  }

  @AcceptsForm()
  @Post('remove')
  async remove(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const visit = await this.visit(request, reply, null);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    try {
      await this.setUp.remove(visit.reader);
    } catch (error) {
      return this.refused(reply, visit, null, error);
    }
    return seeOther(reply, paths.securityAfter('authenticator-removed'));
  }

  private visit(request: FastifyRequest, reply: FastifyReply, returnTo: string | null) {
    return this.freshVisits.of(request, reply, withReturnTo(paths.authenticator, returnTo));
  }

  private async begin(
    reply: FastifyReply,
    { reader, frame }: KnownVisit,
    returnTo: string | null,
    problem: string | null,
    status = 200,
  ): Promise<FastifyReply> {
    const { authenticator: hasOne } = await this.state.of(reader);
    const step = { name: 'begin', hasOne, problem } as const;
    return sendPrivatePage(reply, AuthenticatorPage, { frame, returnTo, step }, status);
  }

  /** Her app has the secret already: it stays the same. Her form says it; nobody learns it here. */
  private async scanAgain(
    reply: FastifyReply,
    visit: KnownVisit,
    sent: unknown,
    form: FormState<'code'>,
  ): Promise<FastifyReply> {
    const returnTo = ownPath(fieldOf(sent, 'returnTo'));
    const proposed = await this.setUp.proposed(visit.reader, fieldOf(sent, 'secret'));
    if (proposed === null) return this.begin(reply, visit, returnTo, null);
    const step = { name: 'scan', ...proposed, form } as const;
    return sendPrivatePage(reply, AuthenticatorPage, { frame: visit.frame, returnTo, step }, 422);
  }

  private async refused(
    reply: FastifyReply,
    visit: KnownVisit,
    returnTo: string | null,
    error: unknown,
  ): Promise<FastifyReply> {
    // Nothing to confirm or to remove, as after a second press: the page says how things are.
    if (codeOf(error) === 'auth/no-authenticator') return seeOther(reply, paths.security);
    const refusal = factorRefusal(this.frames.words, error);
    if (refusal === null) throw error;
    return this.begin(reply, visit, returnTo, refusal.problem, refusal.status);
  }
}
