/** Trades the cookie of a browser's session for a short access token of the same session, for scripts of our own pages. */
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/config.js';
import { sessionRequired } from '../users.errors.js';
import { AccessTokens } from './access-tokens.js';
import { CookieSessionService } from './cookie-session.service.js';
import type { SessionCookie } from './session-cookies.js';

export interface SessionToken {
  accessToken: string;
  /** Seconds that it is good for; it ends with its session, if that is sooner. */
  expiresIn: number;
}

@Injectable()
export class SessionTokenTrade {
  constructor(
    private readonly config: Config,
    private readonly browsers: CookieSessionService,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * Nothing is opened by it that the cookie does not open: a token whose session ends is worth nothing from then on.
   * @param renew is given the cookie to set anew, for this prolongs the session as a visit to a page does
   * @throws Problem 401 `auth/session-required`
   */
  async trade(
    request: FastifyRequest,
    renew: (cookie: SessionCookie) => void,
  ): Promise<SessionToken> {
    const reader = await this.browsers.readerOf(request, renew);
    // Staff who read as her have a token of their own, which opens less; no cookie of theirs is ever written.
    if (reader === null || reader.impersonatedById !== null) throw sessionRequired();
    const expiresIn = this.config.accessTokenTtl;
    const { id, sessionId } = reader;
    return { accessToken: this.tokens.issue(id, sessionId, expiresIn, 'cookie'), expiresIn };
  }
}
