/** Signs devices in and out of the API: opens, refreshes, lists and ends sessions. */
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/http/problem.js';
import { Limits } from '../../platform/limits/limits.service.js';
import type { Device } from '../device.decorator.js';
import type { Account, Reader } from '../reader.js';
import { type Factors, SessionLife } from './session-life.service.js';
import { SessionTokens, type SignedIn } from './session-tokens.js';
import { type Session, SessionRepository, type SessionWithAccount } from './session.repository.js';
import { judgeRotation } from './session.rules.js';
import { invalidRefreshToken, refreshTokenReused } from '../users.errors.js';
import { refreshes } from '../users.limits.js';

@Injectable()
export class SessionService {
  private readonly logger = new Logger('Sessions');

  constructor(
    private readonly clock: Clock,
    private readonly sessions: SessionRepository,
    private readonly life: SessionLife,
    private readonly tokens: SessionTokens,
    private readonly limits: Limits,
  ) {}

  /** For somebody who has just proven that the account is hers. @throws Problem as `SessionLife.begin` */
  async open(account: Account, device: Device, factors: Factors = 1): Promise<SignedIn> {
    const { id: sessionId, expiresAt } = await this.life.begin(account, 'token', device, factors);
    return this.tokens.write(account, { sessionId, generation: 0 }, expiresAt);
  }

  /**
   * Rotates: the token presented is used up and a successor is given out.
   * @throws Problem 401 when it is unknown or over, or when an old one comes back: then the session ends;
   *   429 `request/too-many`
   */
  async refresh(refreshToken: string): Promise<SignedIn> {
    const presented = this.tokens.read(refreshToken);
    if (presented === null) throw invalidRefreshToken();
    const { sessionId, generation } = presented;
    await this.limits.take([refreshes], sessionId);
    // A lost race is judged again, by then as a repetition; nobody can lose twice with one token.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const session = await this.sessions.find(sessionId, 'token');
      if (session === null || session.account.bannedAt !== null) throw invalidRefreshToken();
      const signedIn = await this.tryRotation(session, generation);
      if (signedIn !== null) return signedIn;
    }
    throw invalidRefreshToken();
  }

  /** Ends the session that a refresh token belongs to, if it is this account's. */
  async endByRefreshToken(userId: string, refreshToken: string): Promise<void> {
    const presented = this.tokens.read(refreshToken);
    if (presented !== null)
      await this.sessions.end({ id: presented.sessionId, userId }, this.clock.now());
  }

  /** @throws Problem 404 for a session that is not this account's, or has ended */
  async end(userId: string, sessionId: string): Promise<void> {
    if ((await this.sessions.end({ id: sessionId, userId }, this.clock.now())) === 0)
      throw notFound();
  }

  /**
   * Everywhere, or everywhere else.
   * @param except the session that goes on
   * @returns how many ended
   */
  endAll(userId: string, except?: string): Promise<number> {
    return this.sessions.end({ userId, except }, this.clock.now());
  }

  /** Signing out twice is no error. */
  async signOut(reader: Reader): Promise<void> {
    await this.sessions.end({ id: reader.sessionId }, this.clock.now());
  }

  /** Where the account is signed in, the newest first. */
  list(userId: string, before: string | null, limit: number): Promise<Session[]> {
    return this.sessions.findLive(userId, this.clock.now(), before, limit);
  }

  /** @returns null when another request with the same token was faster */
  private async tryRotation(
    session: SessionWithAccount,
    presented: number,
  ): Promise<SignedIn | null> {
    const now = this.clock.now();
    const verdict = judgeRotation(session, presented, now);
    const next = { sessionId: session.id, generation: presented + 1 };
    switch (verdict) {
      case 'over':
        throw invalidRefreshToken();
      case 'reused':
        await this.sessions.end({ id: session.id }, now);
        this.logger.warn(`A used refresh token came back; session ${session.id} was ended.`);
        throw refreshTokenReused();
      case 'repeat':
        return this.tokens.write(session.account, next, session.expiresAt);
      case 'rotate': {
        const expiresAt = this.life.expiry(session.createdAt, now);
        const first = await this.sessions.rotate(session.id, presented, now, expiresAt);
        return first ? this.tokens.write(session.account, next, expiresAt) : null;
      }
    }
  }
}
