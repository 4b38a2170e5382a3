/** Lets a reader in and out of the pages once the users room has said who she is. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CookieSessionService } from '../../users/sessions/cookie-session.service.js';
import { deviceOf } from '../../users/device.decorator.js';
import type { Account, Reader } from '../../users/reader.js';
import { SecondFactorState } from '../../users/second-factor/second-factor-state.service.js';
import { challengeIn } from '../../users/second-factor/second-factor.errors.js';
import type { SessionCookie } from '../../users/sessions/session-cookies.js';
import { seeOther, sendPrivatePage, setSessionCookie } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { untouchedForm } from '../page-props.js';
import { SecondStepPage } from '../pages/second-step.page.js';
import { ReturnPlace } from '../return-place.service.js';
import { isConsole } from '../return-to.rules.js';
import { paths, withReturnTo } from '../site-paths.js';

@Injectable()
export class Doorway {
  constructor(
    private readonly cookies: CookieSessionService,
    private readonly place: ReturnPlace,
    private readonly frames: PageFrames,
    private readonly factors: SecondFactorState,
  ) {}

  /**
   * Signs her in and sends her to where she came from; where her account has an authenticator, asks for its code.
   * @param asked where the form said that she came from
   * @param detour a page that she is to see before
   * @throws Problem 403 `auth/banned`
   */
  async enter(
    account: Account,
    request: FastifyRequest,
    reply: FastifyReply,
    asked: unknown,
    detour?: string,
  ): Promise<FastifyReply> {
    const cookie = await this.opened(account, request);
    const place = this.place.of(request, asked);
    const next = detour ? withReturnTo(detour, place) : place;
    if ('challenge' in cookie) return this.askForSecond(cookie.challenge, request, reply, next);
    const { roles } = account;
    return this.letIn(cookie, request, reply, this.placeFor({ roles, secondFactorAt: null }, next));
  }

  /** For who has passed the second step, too. @throws Problem 403 `auth/banned` */
  async enterWithTwo(
    account: Account,
    request: FastifyRequest,
    reply: FastifyReply,
    asked: unknown,
  ): Promise<FastifyReply> {
    const cookie = await this.cookies.open(account, deviceOf(request), 2);
    return this.letIn(cookie, request, reply, this.place.of(request, asked));
  }

  /** Where she may go on to: the console stays closed to an admin who has shown one factor of two. */
  placeFor(reader: Pick<Reader, 'roles' | 'secondFactorAt'>, place: string | null): string | null {
    const isClosed = reader.secondFactorAt === null && this.factors.isDemandedOf(reader);
    return isClosed && isConsole(place) ? withReturnTo(paths.security, place) : place;
  }

  async leave(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    setSessionCookie(reply, await this.cookies.close(request));
    return seeOther(reply, paths.home);
  }

  private async opened(
    account: Account,
    request: FastifyRequest,
  ): Promise<SessionCookie | { challenge: string }> {
    try {
      return await this.cookies.open(account, deviceOf(request));
    } catch (error) {
      const challenge = challengeIn(error);
      if (challenge === null) throw error;
      return { challenge };
    }
  }

  private async letIn(
    cookie: SessionCookie,
    request: FastifyRequest,
    reply: FastifyReply,
    next: string | null,
  ): Promise<FastifyReply> {
    // The browser forgets the session that it came with, so nobody else may go on using it.
    await this.cookies.close(request);
    setSessionCookie(reply, cookie);
    this.place.forget(reply);
    return seeOther(reply, next ?? paths.home);
  }

  private async askForSecond(
    challenge: string,
    request: FastifyRequest,
    reply: FastifyReply,
    returnTo: string | null,
  ): Promise<FastifyReply> {
    const { frame } = await this.frames.visit(request, reply, paths.home);
    const page = { frame, challenge, returnTo, form: untouchedForm };
    return sendPrivatePage(reply, SecondStepPage, page);
  }
}
