/** Lets a reader in and out of the pages once the users room has said who she is. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CookieSessionService } from '../users/sessions/cookie-session.service.js';
import { deviceOf } from '../users/device.decorator.js';
import type { Account } from '../users/reader.js';
import { seeOther, setSessionCookie } from './page.http.js';
import { ReturnPlace } from './return-place.service.js';
import { paths, withReturnTo } from './site-paths.js';

@Injectable()
export class Doorway {
  constructor(
    private readonly cookies: CookieSessionService,
    private readonly place: ReturnPlace,
  ) {}

  /**
   * Signs her in and sends her to where she came from.
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
    const cookie = await this.cookies.open(account, deviceOf(request));
    // The browser forgets the session that it came with, so nobody else may go on using it.
    await this.cookies.close(request);
    setSessionCookie(reply, cookie);
    const place = this.place.of(request, asked);
    this.place.forget(reply);
    return seeOther(reply, detour ? withReturnTo(detour, place) : (place ?? paths.home));
  }

  async leave(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    setSessionCookie(reply, await this.cookies.close(request));
    return seeOther(reply, paths.home);
  }
}
