/** Signing in to the pages: by password, or by a mailed link or code. */
import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { Limited } from '../../platform/limits/limited.decorator.js';
import { EmailDto, LoginDto } from '../../users/sign-in/auth.dto.js';
import { MagicLinkService } from '../../users/sign-in/magic-link.service.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { mailsAskedFor } from '../../users/users.limits.js';
import { SignInService } from '../../users/sign-in/sign-in.service.js';
import { Doorway } from './doorway.service.js';
import { fieldWords } from '../form-words.js';
import { MailDesk } from './mail-desk.service.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { untouchedForm, type FormState } from '../page-props.js';
import { SignInPage } from '../pages/sign-in.page.js';
import { fieldOf, readForm } from '../read-form.js';
import { ownPath } from '../return-to.rules.js';
import { paths } from '../site-paths.js';
import { signInWords } from './sign-in-words.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('sign-in')
export class SignInPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly signIns: SignInService,
    private readonly magicLinks: MagicLinkService,
    private readonly mail: MailDesk,
    private readonly doorway: Doorway,
  ) {}

  @Get()
  async show(
    @Query('returnTo') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader, frame } = await this.frames.visit(request, reply, paths.home);
    const returnTo = ownPath(asked);
    if (reader !== null) {
      return seeOther(reply, this.doorway.placeFor(reader, returnTo) ?? paths.account);
    }
    return sendPrivatePage(reply, SignInPage, { frame, returnTo, form: untouchedForm });
  }

  @AcceptsForm()
  @Post()
  async byPassword(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { sent, wrong } = readForm(LoginDto, form, ['email', 'password']);
    if (sent === null) {
      const errors = fieldWords(this.frames.words, wrong, ['email', 'password']);
      return this.again(form, request, reply, { errors, problem: null });
    }
    try {
      const account = await this.signIns.withPassword(sent.email, sent.password);
      return await this.doorway.enter(account, request, reply, fieldOf(form, 'returnTo'));
    } catch (error) {
      const problem = signInWords(this.frames.words, error);
      if (problem === null) throw error;
      return this.again(form, request, reply, { errors: {}, problem });
    }
  }

  /** Where the mailed link lands. */
  @Get('link')
  followLink(
    @Query('token') token: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.mail.land(request, reply, 'sign-in', token);
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
      const errors = fieldWords(this.frames.words, wrong, ['email']);
      return this.again(form, request, reply, { errors, problem: null });
    }
    const { email } = sent;
    const asked = await this.magicLinks.send(email, this.mail.askedBefore(request));
    return this.mail.sent(request, reply, 'sign-in', { email, asked, form });
  }

  /** Takes the code, or the pressed link's token. */
  @AcceptsForm()
  @Post('code')
  redeem(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.mail.redeem(request, reply, 'sign-in', form, async (proof) => ({
      account: await this.magicLinks.redeem(proof),
    }));
  }

  private async again(
    form: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
    state: Omit<FormState<'email' | 'password'>, 'values'>,
  ): Promise<FastifyReply> {
    const { frame } = await this.frames.visit(request, reply, paths.home);
    const returnTo = ownPath(fieldOf(form, 'returnTo'));
    const values = { email: fieldOf(form, 'email') ?? '' };
    const page = { frame, returnTo, form: { ...state, values } };
    return sendPrivatePage(reply, SignInPage, page, 422);
  }
}
