/** The pages around a mailed link or code, the same for signing in and for registering. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProofDto, proofKeyOf } from '../../users/sign-in/auth.dto.js';
import type { ProofKey } from '../../users/proofs/proof.rules.js';
import type { Account } from '../../users/reader.js';
import { AskedMail } from './asked-mail.service.js';
import { Doorway } from './doorway.service.js';
import { fieldWords } from '../form-words.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { type FormState, untouchedForm } from '../page-props.js';
import { CheckMailPage, type CheckMailPageProps } from '../pages/check-mail.page.js';
import { ConfirmLinkPage } from '../pages/confirm-link.page.js';
import { fieldOf, readForm } from '../read-form.js';
import { ReturnPlace } from '../return-place.service.js';
import { ownPath } from '../return-to.rules.js';
import { paths } from '../site-paths.js';
import { signInWords } from './sign-in-words.js';

/** Who has come, and what she has to see before she goes on. */
export interface Arrival {
  account: Account;
  detour?: string;
}

/** Instead of a request, where this browser has made none: no mail was asked for with it. */
const anotherBrowser = 'another browser';

type Purpose = CheckMailPageProps['purpose'];

@Injectable()
export class MailDesk {
  constructor(
    private readonly frames: PageFrames,
    private readonly doorway: Doorway,
    private readonly place: ReturnPlace,
    private readonly asked: AskedMail,
  ) {}

  /** Under which request a mail is asked for from this browser. */
  askedBefore(request: FastifyRequest): string | undefined {
    return this.asked.of(request);
  }

  /** A mail is on its way: the same page whether the address is known or not. */
  async sent(
    request: FastifyRequest,
    reply: FastifyReply,
    purpose: Purpose,
    { email, asked, form }: { email: string; asked: string; form: unknown },
  ): Promise<FastifyReply> {
    const returnTo = ownPath(fieldOf(form, 'returnTo'));
    // The link in the mail does not know where she was.
    this.place.remember(reply, returnTo);
    this.asked.remember(reply, asked);
    const { frame } = await this.frames.visit(request, reply, paths.home);
    const page = { frame, purpose, email, returnTo, form: untouchedForm };
    return sendPrivatePage(reply, CheckMailPage, page);
  }

  /** She followed the link. Nothing is used up before she presses the button. */
  async land(
    request: FastifyRequest,
    reply: FastifyReply,
    purpose: Purpose,
    token: unknown,
  ): Promise<FastifyReply> {
    if (typeof token !== 'string' || token === '') {
      return seeOther(reply, purpose === 'sign-in' ? paths.signIn : paths.register);
    }
    const { frame } = await this.frames.visit(request, reply, paths.home);
    const returnTo = this.place.of(request);
    return sendPrivatePage(reply, ConfirmLinkPage, { frame, purpose, token, returnTo });
  }

  /** Lets her in with the code she typed or the link she pressed, or says that it is no good. */
  async redeem(
    request: FastifyRequest,
    reply: FastifyReply,
    purpose: Purpose,
    form: unknown,
    arrivalOf: (proof: ProofKey) => Promise<Arrival>,
  ): Promise<FastifyReply> {
    const isLink = fieldOf(form, 'token') !== undefined;
    const { sent, wrong } = readForm(ProofDto, form, isLink ? ['token'] : ['email', 'code']);
    const again = (state: Omit<FormState<'code'>, 'values'>) =>
      isLink
        ? this.deadLink(request, reply, purpose)
        : this.codeAgain(request, reply, purpose, form, state);
    if (sent === null)
      return again({ errors: fieldWords(this.frames.words, wrong, ['code']), problem: null });
    const asked = this.asked.of(request);
    // The link is good anywhere; a code only where it was asked for.
    if (!isLink && asked === undefined)
      return again({ errors: {}, problem: this.frames.words.mail.problems.refused });
    try {
      const key = { ...sent, request: asked ?? anotherBrowser };
      const { account, detour } = await arrivalOf(proofKeyOf(key));
      return await this.doorway.enter(account, request, reply, fieldOf(form, 'returnTo'), detour);
    } catch (error) {
      const problem = signInWords(this.frames.words, error);
      if (problem === null) throw error;
      return again({ errors: {}, problem });
    }
  }

  private async codeAgain(
    request: FastifyRequest,
    reply: FastifyReply,
    purpose: Purpose,
    form: unknown,
    state: Omit<FormState<'code'>, 'values'>,
  ): Promise<FastifyReply> {
    const { frame } = await this.frames.visit(request, reply, paths.home);
    const returnTo = ownPath(fieldOf(form, 'returnTo'));
    const email = fieldOf(form, 'email') ?? '';
    const values = { code: fieldOf(form, 'code') ?? '' };
    const page = { frame, purpose, email, returnTo, form: { ...state, values } };
    return sendPrivatePage(reply, CheckMailPage, page, 422);
  }

  private async deadLink(
    request: FastifyRequest,
    reply: FastifyReply,
    purpose: Purpose,
  ): Promise<FastifyReply> {
    const { frame } = await this.frames.visit(request, reply, paths.home);
    const returnTo = this.place.of(request);
    const page = { frame, purpose, token: null, returnTo };
    return sendPrivatePage(reply, ConfirmLinkPage, page, 422);
  }
}
