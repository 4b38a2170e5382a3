/** Lets a reader in and out of the pages once the users room has said who she is. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CookieSessionService, type SessionCookie } from '../users/cookie-session.service.js';
import type { Account } from '../users/reader.js';
import { seeOther } from './page.http.js';
import { ReturnPlace } from './return-place.service.js';
import { paths } from './site-paths.js';

@Injectable()
export class Doorway {
  constructor(
    private readonly cookies: CookieSessionService,
    private readonly place: ReturnPlace,
  ) {}

  /**
   * Signs her in and sends her to where she came from.
   * @param asked where the form said that she came from
   * @throws Problem 403 `auth/banned`
   */
  async enter(
    account: Account,
    request: FastifyRequest,
    reply: FastifyReply,
    asked: unknown,
  ): Promise<FastifyReply> {
    setCookie(reply, await this.cookies.open(account, request.headers['user-agent']));
    const place = this.place.of(request, asked);
    this.place.forget(reply);
    return seeOther(reply, place ?? paths.home);
  }

  async leave(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    setCookie(reply, await this.cookies.close(request));
    return seeOther(reply, paths.home);
  }
}

function setCookie(reply: FastifyReply, { cookieName, value, options }: SessionCookie): void {
  void reply.setCookie(cookieName, value, options);
}
