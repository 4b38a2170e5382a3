/** Signs browsers in to the pages and out again. */
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import type { Device } from '../device.decorator.js';
import type { Account, Reader } from '../reader.js';
import { ReaderFinder } from '../reader-finder.js';
import { type SessionCookie, SessionCookies } from './session-cookies.js';
import { type Factors, SessionLife } from './session-life.service.js';
import { SessionRepository } from './session.repository.js';

@Injectable()
export class CookieSessionService {
  constructor(
    private readonly clock: Clock,
    private readonly cookies: SessionCookies,
    private readonly life: SessionLife,
    private readonly sessions: SessionRepository,
    private readonly readers: ReaderFinder,
  ) {}

  /** For somebody who has just proven that the account is hers. @throws Problem as `SessionLife.begin` */
  async open(account: Account, device: Device, factors: Factors = 1): Promise<SessionCookie> {
    const { id, expiresAt } = await this.life.begin(account, 'cookie', device, factors);
    return this.cookies.write(id, this.clock.now(), expiresAt);
  }

  /**
   * Who reads; null for a stranger, and for a cookie whose session has ended.
   * @param renew is given the cookie to set anew when this visit prolongs the session; without it none is
   */
  async readerOf(
    request: FastifyRequest,
    renew?: (cookie: SessionCookie) => void,
  ): Promise<Reader | null> {
    const id = this.cookies.read(request);
    if (id === null) return null;
    const now = this.clock.now();
    const session = await this.readers.find({ id, kind: 'cookie', liveAt: now }, request);
    if (session === null) return null;
    if (renew !== undefined) {
      const expiresAt = await this.life.prolong(id, session, now);
      if (expiresAt !== null) renew(this.cookies.write(id, now, expiresAt));
    }
    return session.reader;
  }

  /** Ends the session and answers the cookie that makes the browser forget it. */
  async close(request: FastifyRequest): Promise<SessionCookie> {
    const id = this.cookies.read(request);
    if (id !== null) await this.sessions.end({ id }, this.clock.now());
    return this.cookies.gone();
  }
}
