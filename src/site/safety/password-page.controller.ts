/** Another password, or a first one, on the pages. */
import { Body, Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { PasswordChangeDto } from '../../users/passwords/password-change.dto.js';
import { PasswordChangeService } from '../../users/passwords/password-change.service.js';
import { ReaderDirectory } from '../../users/reader-directory.service.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { codeOf, isWeakPassword, passwordWords } from '../form-words.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { type FormState, untouchedForm } from '../page-props.js';
import { PasswordPage } from '../pages/security/password.page.js';
import { fieldOf, readForm } from '../read-form.js';
import { paths, withReturnTo } from '../site-paths.js';
import { FreshVisits, type KnownVisit } from './fresh-visits.service.js';

type Errors = FormState<'current' | 'password'>['errors'];

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('account/security/password')
export class PasswordPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly freshVisits: FreshVisits,
    private readonly readers: ReaderDirectory,
    private readonly changes: PasswordChangeService,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const visit = await this.freshVisits.known(request, reply, paths.securityPassword);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    return this.page(reply, visit, {});
  }

  @AcceptsForm()
  @Post()
  async change(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const visit = await this.freshVisits.known(request, reply, paths.securityPassword);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    const { fields, security } = this.frames.words;
    const read = {
      currentPassword: fieldOf(form, 'current'),
      password: fieldOf(form, 'password'),
    };
    const { sent, wrong } = readForm(PasswordChangeDto, read, ['currentPassword', 'password']);
    if (sent === null) {
      return this.page(reply, visit, {
        ...(wrong.has('currentPassword') ? { current: fields.problems.passwordMissing } : {}),
        ...(wrong.has('password') ? { password: fields.problems.passwordMissing } : {}),
      });
    }
    try {
      const change = { current: sent.currentPassword, next: sent.password };
      await this.changes.change(visit.reader, change);
    } catch (error) {
      if (isWeakPassword(error)) {
        const words = passwordWords(this.frames.words, sent.password);
        return this.page(reply, visit, { password: words });
      }
      switch (codeOf(error)) {
        case 'auth/wrong-password':
          return this.page(reply, visit, { current: security.problems.currentPassword });
        case 'auth/fresh-proof-required':
          return seeOther(reply, withReturnTo(paths.proof, paths.securityPassword));
        default:
          throw error;
      }
    }
    return seeOther(reply, paths.securityAfter('password'));
  }

  /** Whoever has no password to show shows otherwise that it is her, and comes back. */
  private async page(
    reply: FastifyReply,
    { reader, frame, isFresh }: KnownVisit,
    errors: Errors,
  ): Promise<FastifyReply> {
    const hasPassword = await this.readers.hasPassword(reader.email);
    if (!hasPassword && !isFresh) {
      return seeOther(reply, withReturnTo(paths.proof, paths.securityPassword));
    }
    const { email } = reader;
    const page = { frame, email, hasPassword, wantsCurrent: !isFresh };
    const form = { ...untouchedForm, errors };
    const isRefused = Object.keys(errors).length > 0;
    return sendPrivatePage(reply, PasswordPage, { ...page, form }, isRefused ? 422 : 200);
  }
}
