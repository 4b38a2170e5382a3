/** The second step of signing in to the pages. */
import { Body, Controller, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import {
  SecondStepDto,
  answerOf,
  answerTyped,
} from '../../users/second-factor/second-factor.dto.js';
import { SecondStep } from '../../users/second-factor/second-step.service.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { Doorway } from './doorway.service.js';
import { codeOf } from '../form-words.js';
import { sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { untouchedForm } from '../page-props.js';
import { SecondStepPage } from '../pages/second-step.page.js';
import { SignInPage } from '../pages/sign-in.page.js';
import { fieldOf, readForm } from '../read-form.js';
import { ownPath } from '../return-to.rules.js';
import { paths } from '../site-paths.js';
import { secondStepWords } from './sign-in-words.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('sign-in/second-step')
export class SecondStepPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly secondStep: SecondStep,
    private readonly doorway: Doorway,
  ) {}

  @AcceptsForm()
  @Post()
  async take(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const typed = answerTyped(fieldOf(form, 'code') ?? '');
    const read = { challenge: fieldOf(form, 'challenge'), ...typed };
    const { sent, wrong } = readForm(SecondStepDto, read, ['challenge', 'code', 'recoveryCode']);
    if (sent === null) {
      if (wrong.has('challenge')) return this.fromTheStart(form, request, reply);
      return this.again(
        form,
        request,
        reply,
        { code: this.frames.words.secondStep.problems.missing },
        null,
      );
    }
    try {
      const account = await this.secondStep.take(sent.challenge, answerOf(sent));
      return await this.doorway.enterWithTwo(account, request, reply, fieldOf(form, 'returnTo'));
    } catch (error) {
      if (codeOf(error) === 'auth/challenge-over') return this.fromTheStart(form, request, reply);
      const problem = secondStepWords(this.frames.words, error);
      if (problem === null) throw error;
      return this.again(form, request, reply, {}, problem);
    }
  }

  private async again(
    form: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
    errors: { code?: string },
    problem: string | null,
  ): Promise<FastifyReply> {
    const { frame } = await this.frames.visit(request, reply, paths.home);
    const challenge = fieldOf(form, 'challenge') ?? '';
    const returnTo = ownPath(fieldOf(form, 'returnTo'));
    const page = { frame, challenge, returnTo, form: { values: {}, errors, problem } };
    return sendPrivatePage(reply, SecondStepPage, page, 422);
  }

  private async fromTheStart(
    form: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { frame } = await this.frames.visit(request, reply, paths.home);
    const returnTo = ownPath(fieldOf(form, 'returnTo'));
    const state = { ...untouchedForm, problem: this.frames.words.secondStep.problems.over };
    const page = { frame, returnTo, form: state };
    return sendPrivatePage(reply, SignInPage, page, 422);
  }
}
