/** Opening an account on the pages. */
import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { Limited } from '../../platform/limits/limited.decorator.js';
import { RegisterDto } from '../../users/sign-in/auth.dto.js';
import { RegistrationService } from '../../users/sign-in/registration.service.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { mailsAskedFor } from '../../users/users.limits.js';
import { fieldWords, isWeakPassword, passwordWords } from '../form-words.js';
import { MailDesk } from './mail-desk.service.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { untouchedForm, type FormState } from '../page-props.js';
import { RegisterPage } from '../pages/register.page.js';
import { fieldOf, readForm } from '../read-form.js';
import { ownPath } from '../return-to.rules.js';
import { paths } from '../site-paths.js';

const fields = ['name', 'email', 'password'] as const;

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('register')
export class RegisterPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly registrations: RegistrationService,
    private readonly mail: MailDesk,
  ) {}

  @Get()
  async show(
    @Query('returnTo') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader, frame } = await this.frames.visit(request, reply, paths.home);
    const returnTo = ownPath(asked);
    if (reader !== null) return seeOther(reply, returnTo ?? paths.account);
    return sendPrivatePage(reply, RegisterPage, { frame, returnTo, form: untouchedForm });
  }

  @AcceptsForm()
  @Limited(...mailsAskedFor)
  @Post()
  async register(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { sent, wrong } = readForm(RegisterDto, form, fields);
    if (sent === null)
      return this.again(form, request, reply, fieldWords(this.frames.words, wrong, fields));
    const { email, password, name } = sent;
    let asked: string;
    try {
      const registration = { email, password, name: name || null };
      asked = await this.registrations.register(registration, this.mail.askedBefore(request));
    } catch (error) {
      if (!isWeakPassword(error)) throw error;
      return this.again(form, request, reply, {
        password: passwordWords(this.frames.words, sent.password),
      });
    }
    return this.mail.sent(request, reply, 'register', { email, asked, form });
  }

  /** Where the mailed link lands. */
  @Get('verify')
  followLink(
    @Query('token') token: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.mail.land(request, reply, 'register', token);
  }

  /** Takes the code, or the pressed link's token. */
  @AcceptsForm()
  @Post('verify')
  verify(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.mail.redeem(request, reply, 'register', form, async (proof) => {
      const { account, hasPassword } = await this.registrations.verify(proof);
      return hasPassword ? { account } : { account, detour: paths.passwordMissing };
    });
  }

  private async again(
    form: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
    errors: FormState<(typeof fields)[number]>['errors'],
  ): Promise<FastifyReply> {
    const { frame } = await this.frames.visit(request, reply, paths.home);
    const returnTo = ownPath(fieldOf(form, 'returnTo'));
    const values = { name: fieldOf(form, 'name') ?? '', email: fieldOf(form, 'email') ?? '' };
    const problem = this.frames.words.register.problems.incomplete;
    const page = { frame, returnTo, form: { values, errors, problem } };
    return sendPrivatePage(reply, RegisterPage, page, 422);
  }
}
