/** A reader moves her account to another address, on the pages. */
import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { Limited } from '../../platform/limits/limited.decorator.js';
import { EmailChangeRequest } from '../../users/email-change/email-change-request.service.js';
import {
  EmailChangeProofDto,
  emailChangeKeyOf,
} from '../../users/email-change/email-change.dto.js';
import { EmailChangeService } from '../../users/email-change/email-change.service.js';
import type { Reader } from '../../users/reader.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { EmailDto } from '../../users/sign-in/auth.dto.js';
import { mailsAskedFor } from '../../users/users.limits.js';
import { fieldWords } from '../form-words.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import type { PageFrame } from '../page-frame.js';
import { untouchedForm } from '../page-props.js';
import { EmailPage, type EmailPageProps } from '../pages/email.page.js';
import { fieldOf, readForm } from '../read-form.js';
import { paths, withReturnTo } from '../site-paths.js';
import { FreshVisits } from './fresh-visits.service.js';
import { emailChangeWords, sameAddressWords } from './safety-words.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('account/email')
export class EmailPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly freshVisits: FreshVisits,
    private readonly requests: EmailChangeRequest,
    private readonly changes: EmailChangeService,
  ) {}

  /** Without a token the question for the new address; with it the press that uses it, for a look changes nothing. */
  @Get()
  async show(
    @Query('token') token: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (typeof token === 'string' && token !== '') return this.land(request, reply, token);
    const visit = await this.freshVisits.of(request, reply, paths.accountEmail);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    return page(reply, visit.frame, { name: 'ask', form: untouchedForm });
  }

  @AcceptsForm()
  @Limited(...mailsAskedFor)
  @Post()
  async ask(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const visit = await this.freshVisits.of(request, reply, paths.accountEmail);
    if ('detour' in visit) return seeOther(reply, visit.detour);
    const { reader, frame } = visit;
    const { sent, wrong } = readForm(EmailDto, form, ['email']);
    const errors =
      sent === null
        ? fieldWords(this.frames.words, wrong, ['email'])
        : await this.send(reader, sent);
    if (errors !== null) {
      const values = { email: fieldOf(form, 'email') ?? '' };
      return page(reply, frame, { name: 'ask', form: { values, errors, problem: null } }, 422);
    }
    const email = sent?.email ?? '';
    return page(reply, frame, { name: 'sent', email, form: untouchedForm });
  }

  /** Takes the code, or the pressed link's token. */
  @AcceptsForm()
  @Post('confirm')
  async confirm(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader, frame } = await this.frames.visit(request, reply, paths.account);
    if (reader === null) return seeOther(reply, withReturnTo(paths.signIn, paths.accountEmail));
    const isLink = fieldOf(form, 'token') !== undefined;
    const read = readForm(EmailChangeProofDto, form, isLink ? ['token'] : ['code']);
    const again = (errors: { code?: string }, problem: string | null) => {
      const email = fieldOf(form, 'email') ?? '';
      const state = { values: {}, errors, problem };
      return isLink
        ? page(
            reply,
            frame,
            { name: 'dead', problem: problem ?? this.frames.words.emailChange.problems.refused },
            422,
          )
        : page(reply, frame, { name: 'sent', email, form: state }, 422);
    };
    if (read.sent === null) return again(fieldWords(this.frames.words, read.wrong, ['code']), null);
    let email: string;
    try {
      email = await this.changes.confirm(reader, emailChangeKeyOf(read.sent));
    } catch (error) {
      const problem = emailChangeWords(this.frames.words, error);
      if (problem === null) throw error;
      return again({}, problem);
    }
    return page(reply, frame, { name: 'done', email });
  }

  private async land(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
  ): Promise<FastifyReply> {
    const { reader, frame } = await this.frames.visit(request, reply, paths.account);
    const here = `${paths.accountEmail}?token=${encodeURIComponent(token)}`;
    if (reader === null) return seeOther(reply, withReturnTo(paths.signIn, here));
    return page(reply, frame, { name: 'press', token });
  }

  /** @returns what is wrong with the address; null where the mail is on its way */
  private async send(reader: Reader, { email }: EmailDto): Promise<{ email: string } | null> {
    try {
      await this.requests.send(reader, email);
      return null;
    } catch (error) {
      const words = sameAddressWords(this.frames.words, error);
      if (words === null) throw error;
      return { email: words };
    }
  }
}

function page(
  reply: FastifyReply,
  frame: PageFrame,
  step: EmailPageProps['step'],
  status = 200,
): FastifyReply {
  return sendPrivatePage(reply, EmailPage, { frame, step }, status);
}
