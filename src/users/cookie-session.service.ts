/** Signs browsers in to the pages: the session is a cookie that scripts cannot read and other sites cannot send. */
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { Keys } from './keys.js';
import type { Account, Reader } from './reader.js';
import { SessionRepository } from './session.repository.js';
import { prolongedExpiry, sessionExpiry } from './session.rules.js';
import { shortened } from './session.service.js';
import { banned } from './users.errors.js';

export interface CookieOptions {
  httpOnly: true;
  secure: boolean;
  sameSite: 'lax';
  path: '/';
  /** Seconds. */
  maxAge: number;
}

/** What a page's answer sets: `reply.setCookie(cookie.cookieName, cookie.value, cookie.options)`. */
export interface SessionCookie {
  cookieName: string;
  value: string;
  options: CookieOptions;
}

@Injectable()
export class CookieSessionService {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly keys: Keys,
    private readonly sessions: SessionRepository,
  ) {}

  /** For somebody who has just proven that the account is hers; always a new session. */
  async open(account: Account, userAgent: string | undefined): Promise<SessionCookie> {
    if (account.bannedAt !== null) throw banned();
    const now = this.clock.now();
    const id = await this.sessions.add({
      userId: account.id,
      kind: 'cookie',
      userAgent: shortened(userAgent),
      createdAt: now,
      expiresAt: sessionExpiry(now, now, this.config.refreshTokenTtl),
    });
    return this.cookie(this.keys.cookie.close(id), this.config.refreshTokenTtl);
  }

  /**
   * Who reads; null for a stranger, and for a cookie whose session has ended.
   * @param renew is given the cookie to set anew when this visit prolongs the session; without it none is
   */
  async readerOf(
    request: FastifyRequest,
    renew?: (cookie: SessionCookie) => void,
  ): Promise<Reader | null> {
    const id = this.sessionIdOf(request);
    if (id === null) return null;
    const now = this.clock.now();
    const session = await this.sessions.findReader(id, 'cookie', now);
    if (session === null) return null;
    const expiresAt = prolongedExpiry(session, now, this.config.refreshTokenTtl);
    if (renew !== undefined && expiresAt !== null) {
      await this.sessions.prolong(id, now, expiresAt);
      const left = Math.ceil((expiresAt.getTime() - now.getTime()) / 1000);
      renew(this.cookie(this.keys.cookie.close(id), left));
    }
    return session.reader;
  }

  /** Ends the session and answers the cookie that makes the browser forget it. */
  async close(request: FastifyRequest): Promise<SessionCookie> {
    const id = this.sessionIdOf(request);
    if (id !== null) await this.sessions.end({ id }, this.clock.now());
    return this.cookie('', 0);
  }

  private sessionIdOf(request: FastifyRequest): string | null {
    const value = request.cookies[this.cookieName];
    if (value === undefined) return null;
    const id = this.keys.cookie.open(value);
    return isUUID(id) ? id : null;
  }

  private cookie(value: string, maxAge: number): SessionCookie {
    const { cookieName, config } = this;
    const options = { httpOnly: true, secure: config.isHttps, sameSite: 'lax', path: '/' } as const;
    return { cookieName, value, options: { ...options, maxAge } };
  }

  /** Browsers take a `__Host-` cookie only over https, from this host alone, for all of its paths. */
  private get cookieName(): string {
    return this.config.isHttps ? '__Host-broadsheet' : 'broadsheet';
  }
}
