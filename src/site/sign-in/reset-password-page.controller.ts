/** A forgotten password, on the pages. */
import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { Limited } from '../../platform/limits/limited.decorator.js';
import { EmailDto, ResetPasswordDto } from '../../users/sign-in/auth.dto.js';
import { PasswordResetRequest } from '../../users/passwords/password-reset-request.service.js';
import { PasswordResetService } from '../../users/passwords/password-reset.service.js';
import { ReaderDirectory } from '../../users/reader-directory.service.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { mailsAskedFor } from '../../users/users.limits.js';
import { codeOf, fieldWords, isWeakPassword, passwordWords } from '../form-words.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { untouchedForm } from '../page-props.js';
import { ResetPasswordPage, type ResetPasswordPageProps } from '../pages/reset-password.page.js';
import { fieldOf, readForm } from '../read-form.js';
import { ownPath } from '../return-to.rules.js';
import { paths } from '../site-paths.js';

type Step = ResetPasswordPageProps['step'];

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('reset-password')
export class ResetPasswordPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly requests: PasswordResetRequest,
    private readonly resets: PasswordResetService,
    private readonly readers: ReaderDirectory,
  ) {}

  /** With the mailed link's token the new password, without it the question for the address. */
  @Get()
  show(
    @Query('token') token: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const isLink = typeof token === 'string' && token !== '';
    const step: Step = isLink
      ? { name: 'choose', token, form: untouchedForm }
      : { name: 'ask', form: untouchedForm };
    return this.send(request, reply, step);
  }

  /** Where she lands whose new account has no password, and from where she goes on. */
  @Get('missing')
  async missing(
    @Query('returnTo') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader, frame } = await this.frames.visit(request, reply, paths.home);
    if (reader === null) return seeOther(reply, paths.resetPassword);
    const returnTo = ownPath(asked) ?? paths.home;
    if (await this.readers.hasPassword(reader.email)) return seeOther(reply, returnTo);
    const step: Step = { name: 'missing', email: reader.email, returnTo };
    return sendPrivatePage(reply, ResetPasswordPage, { frame, step });
  }

  @AcceptsForm()
  @Limited(...mailsAskedFor)
  @Post('link')
  async sendLink(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { sent, wrong } = readForm(EmailDto, form, ['email']);
    if (sent === null) {
      const values = { email: fieldOf(form, 'email') ?? '' };
      const errors = fieldWords(this.frames.words, wrong, ['email']);
      return this.send(
        request,
        reply,
        { name: 'ask', form: { values, errors, problem: null } },
        422,
      );
    }
    await this.requests.send(sent.email);
    return this.send(request, reply, { name: 'sent', email: sent.email });
  }

  @AcceptsForm()
  @Post()
  async reset(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { sent, wrong } = readForm(ResetPasswordDto, form, ['token', 'password']);
    const token = fieldOf(form, 'token') ?? '';
    const again = (password: string | undefined) => {
      const errors = password === undefined ? {} : { password };
      const state = { values: {}, errors, problem: null };
      return this.send(request, reply, { name: 'choose', token, form: state }, 422);
    };
    if (sent === null) {
      return wrong.has('token')
        ? this.deadLink(request, reply)
        : again(fieldWords(this.frames.words, wrong, ['password']).password);
    }
    try {
      await this.resets.reset(sent.token, sent.password);
    } catch (error) {
      if (isWeakPassword(error)) return again(passwordWords(this.frames.words, sent.password));
      if (codeOf(error) === 'auth/invalid-code') return this.deadLink(request, reply);
      throw error;
    }
    return this.send(request, reply, { name: 'done' });
  }

  private deadLink(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const form = { values: {}, errors: {}, problem: this.frames.words.reset.dead };
    return this.send(request, reply, { name: 'ask', form }, 422);
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    step: Step,
    status = 200,
  ): Promise<FastifyReply> {
    const { frame } = await this.frames.visit(request, reply, paths.home);
    return sendPrivatePage(reply, ResetPasswordPage, { frame, step }, status);
  }
}
