/** A reader shows on the pages that it is still her, on the way to what cannot be taken back. */
import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { Limited } from '../../platform/limits/limited.decorator.js';
import { FreshProofDto, evidenceOf } from '../../users/fresh-proof/fresh-proof.dto.js';
import { FreshProofService } from '../../users/fresh-proof/fresh-proof.service.js';
import { MailedProof } from '../../users/fresh-proof/mailed-proof.service.js';
import { PasskeyProof } from '../../users/fresh-proof/passkey-proof.service.js';
import { SecondFactorState } from '../../users/second-factor/second-factor-state.service.js';
import { answerTyped } from '../../users/second-factor/second-factor.dto.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { wrongPasskey } from '../../users/users.errors.js';
import { mailsAskedFor } from '../../users/users.limits.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames, type Visit } from '../page-frames.service.js';
import { type FormState, untouchedForm } from '../page-props.js';
import { ProofPage } from '../pages/proof.page.js';
import { fieldOf, readForm } from '../read-form.js';
import { ownPath } from '../return-to.rules.js';
import { readSignedChallenge } from '../sign-in/read-passkey.js';
import { paths, withReturnTo } from '../site-paths.js';
import { proofErrors, proofWords } from './safety-words.js';

interface Asked {
  returnTo: string | null;
  isMailed: boolean;
  form: FormState<'password' | 'code' | 'second'>;
}

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('account/proof')
export class ProofPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly freshProofs: FreshProofService,
    private readonly mailed: MailedProof,
    private readonly passkeys: PasskeyProof,
    private readonly factors: SecondFactorState,
  ) {}

  @Get()
  async show(
    @Query('returnTo') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const visit = await this.frames.visit(request, reply, paths.proof);
    const page = { returnTo: ownPath(asked), isMailed: false, form: untouchedForm };
    return this.page(reply, visit, page);
  }

  @AcceptsForm()
  @Limited(...mailsAskedFor)
  @Post('mail')
  async mail(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const visit = await this.frames.visit(request, reply, paths.proof);
    if (visit.reader !== null) await this.mailed.send(visit.reader);
    const returnTo = ownPath(fieldOf(form, 'returnTo'));
    return this.page(reply, visit, { returnTo, isMailed: true, form: untouchedForm });
  }

  @AcceptsForm()
  @Post('passkey')
  async provePasskey(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const visit = await this.frames.visit(request, reply, paths.proof);
    const returnTo = ownPath(fieldOf(form, 'returnTo'));
    try {
      const signed = readSignedChallenge(form);
      if (signed === null) throw wrongPasskey();
      const { challenge, assertion } = signed;
      if (visit.reader !== null) await this.passkeys.prove(visit.reader, challenge, assertion);
    } catch (error) {
      const problem = proofWords(this.frames.words, error);
      if (problem === null) throw error;
      const state = { ...untouchedForm, problem };
      return this.page(reply, visit, { returnTo, isMailed: false, form: state }, 422);
    }
    return this.onwards(reply, visit, returnTo);
  }

  @AcceptsForm()
  @Post()
  async prove(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const visit = await this.frames.visit(request, reply, paths.proof);
    const returnTo = ownPath(fieldOf(form, 'returnTo'));
    const isMailed = fieldOf(form, 'code') !== undefined;
    const again = (state: Omit<Asked['form'], 'values'>) =>
      this.page(reply, visit, { returnTo, isMailed, form: { ...state, values: {} } }, 422);
    const { sent, wrong } = readProof(form);
    if (sent === null)
      return again({ errors: proofErrors(this.frames.words, wrong), problem: null });
    try {
      if (visit.reader !== null) await this.freshProofs.prove(visit.reader, evidenceOf(sent));
    } catch (error) {
      const problem = proofWords(this.frames.words, error);
      if (problem === null) throw error;
      return again({ errors: {}, problem });
    }
    return this.onwards(reply, visit, returnTo);
  }

  private onwards(reply: FastifyReply, { reader }: Visit, returnTo: string | null): FastifyReply {
    if (reader === null) return seeOther(reply, withReturnTo(paths.signIn, returnTo));
    return seeOther(reply, returnTo ?? paths.account);
  }

  private async page(
    reply: FastifyReply,
    { reader, frame }: Visit,
    asked: Asked,
    status = 200,
  ): Promise<FastifyReply> {
    if (reader === null) return seeOther(reply, withReturnTo(paths.signIn, asked.returnTo));
    const { authenticator: isTwofold, passkeys } = await this.factors.of(reader);
    const held = { isTwofold, hasPasskey: passkeys > 0 };
    return sendPrivatePage(reply, ProofPage, { frame, ...asked, ...held }, status);
  }
}

/** One field takes either kind of second answer: whoever types need not know which is which. */
function readProof(form: unknown) {
  const second = fieldOf(form, 'second');
  const typed = second === undefined || second === '' ? {} : answerTyped(second);
  const read = {
    password: fieldOf(form, 'password'),
    code: fieldOf(form, 'code'),
    authenticatorCode: 'code' in typed ? typed.code : undefined,
    recoveryCode: 'recoveryCode' in typed ? typed.recoveryCode : undefined,
  };
  return readForm(FreshProofDto, read, ['password', 'code', 'authenticatorCode', 'recoveryCode']);
}
