/** A reader adds a passkey on the pages, with the help of a script, and renames or removes one without. */
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { Limited } from '../../platform/limits/limited.decorator.js';
import { PasskeyRegistration } from '../../users/passkeys/passkey-registration.service.js';
import { RenamePasskeyDto } from '../../users/passkeys/passkey.dto.js';
import { presentCreation } from '../../users/passkeys/passkey.presenter.js';
import { unacceptablePasskey } from '../../users/second-factor/second-factor.errors.js';
import { deviceNames } from '../../users/sessions/device-in-words.rules.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { passkeyChallenges } from '../../users/users.limits.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { type FormState, untouchedForm } from '../page-props.js';
import { PasskeyPage } from '../pages/security/passkey.page.js';
import { fieldOf, readForm } from '../read-form.js';
import { ownPath } from '../return-to.rules.js';
import { readNewCredential } from '../sign-in/read-passkey.js';
import { paths, withReturnTo } from '../site-paths.js';
import { factorRefusal } from './factor-words.js';
import { FreshVisits, type KnownVisit } from './fresh-visits.service.js';
import { SecurityDesk } from './security-desk.service.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('account/security/passkeys')
export class PasskeyPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly freshVisits: FreshVisits,
    private readonly desk: SecurityDesk,
    private readonly registration: PasskeyRegistration,
  ) {}

  @Get('new')
  async show(
    @Query('returnTo') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const returnTo = ownPath(asked);
    const visit = await this.visit(request, reply, returnTo);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    const names = deviceNames(request.headers['user-agent'] ?? null);
    const name = this.frames.words.security.sessions.device(names);
    const form = { ...untouchedForm, values: { name } };
    return sendPrivatePage(reply, PasskeyPage, { frame: visit.frame, returnTo, form });
  }

  /** For the script: what her browser needs to make a passkey; good for five minutes, once. */
  @AcceptsForm()
  @Limited(passkeyChallenges)
  @Post('options')
  @HttpCode(200)
  async propose(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const visit = await this.visit(request, reply, null);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    const options = await this.registration.propose(visit.reader);
    return reply.header('cache-control', 'no-store').send(presentCreation(options));
  }

  @AcceptsForm()
  @Post()
  async add(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const returnTo = ownPath(fieldOf(form, 'returnTo'));
    const visit = await this.visit(request, reply, returnTo);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    const again = (state: Omit<FormState<'name'>, 'values'>, status: number) => {
      const values = { name: fieldOf(form, 'name') ?? '' };
      const page = { frame: visit.frame, returnTo, form: { ...state, values } };
      return sendPrivatePage(reply, PasskeyPage, page, status);
    };
    const { sent } = readForm(RenamePasskeyDto, form, ['name']);
    if (sent === null) {
      const errors = { name: this.frames.words.security.problems.passkeyName };
      return again({ errors, problem: null }, 422);
    }
    try {
      const made = readNewCredential(form);
      if (made === null) throw unacceptablePasskey();
      await this.registration.add(visit.reader, sent.name, made);
    } catch (error) {
      const refusal = factorRefusal(this.frames.words, error);
      if (refusal === null) throw error;
      return again({ errors: {}, problem: refusal.problem }, refusal.status);
    }
    return seeOther(reply, after('passkey-added', returnTo));
  }

  @AcceptsForm()
  @Post(':id/rename')
  async rename(
    @Param('id', UuidParam) id: string,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const visit = await this.freshVisits.known(request, reply, paths.security);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    const { sent } = readForm(RenamePasskeyDto, form, ['name']);
    if (sent === null) {
      return this.refused(reply, visit, this.frames.words.security.problems.passkeyName, 422);
    }
    await this.registration.rename(visit.reader, id, sent.name);
    return seeOther(reply, paths.securityAfter('passkey-renamed'));
  }

  @AcceptsForm()
  @Post(':id/remove')
  async remove(
    @Param('id', UuidParam) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const visit = await this.freshVisits.of(request, reply, paths.security);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    try {
      await this.registration.remove(visit.reader, id);
    } catch (error) {
      const refusal = factorRefusal(this.frames.words, error);
      if (refusal === null) throw error;
      return this.refused(reply, visit, refusal.problem, refusal.status);
    }
    return seeOther(reply, paths.securityAfter('passkey-removed'));
  }

  private visit(request: FastifyRequest, reply: FastifyReply, returnTo: string | null) {
    return this.freshVisits.of(request, reply, withReturnTo(paths.passkeyNew, returnTo));
  }

  private refused(
    reply: FastifyReply,
    visit: KnownVisit,
    problem: string,
    status: number,
  ): Promise<FastifyReply> {
    return this.desk.page(reply, visit, { returnTo: null, done: null, problem }, status);
  }
}

/** Whoever was on her way somewhere sees on the way that it is done. */
const after = (done: string, returnTo: string | null): string =>
  returnTo === null
    ? paths.securityAfter(done)
    : `${paths.securityAfter(done)}&returnTo=${encodeURIComponent(returnTo)}`;
