/** Signing in to the pages with a passkey: no address, no password, no second step. */
import { Body, Controller, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { PasskeyAssertions } from '../../users/passkeys/passkey-assertions.service.js';
import { invalidPasskey } from '../../users/second-factor/second-factor.errors.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { untouchedForm } from '../page-props.js';
import { SignInPage } from '../pages/sign-in.page.js';
import { fieldOf } from '../read-form.js';
import { ownPath } from '../return-to.rules.js';
import { paths } from '../site-paths.js';
import { Doorway } from './doorway.service.js';
import { readSignedChallenge } from './read-passkey.js';
import { signInWords } from './sign-in-words.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('sign-in/passkey')
export class PasskeyDoorController {
  constructor(
    private readonly frames: PageFrames,
    private readonly assertions: PasskeyAssertions,
    private readonly doorway: Doorway,
  ) {}

  @AcceptsForm()
  @Post()
  async enter(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    try {
      const signed = readSignedChallenge(form);
      if (signed === null) throw invalidPasskey();
      const account = await this.assertions.accountOf(signed.challenge, signed.assertion);
      return await this.doorway.enterWithTwo(account, request, reply, fieldOf(form, 'returnTo'));
    } catch (error) {
      const problem = signInWords(this.frames.words, error);
      if (problem === null) throw error;
      const { frame } = await this.frames.visit(request, reply, paths.home);
      const returnTo = ownPath(fieldOf(form, 'returnTo'));
      const page = { frame, returnTo, form: { ...untouchedForm, problem } };
      return sendPrivatePage(reply, SignInPage, page, 422);
    }
  }
}
