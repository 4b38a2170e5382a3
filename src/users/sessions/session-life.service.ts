/** Begins sessions and says how long they last: those of the API and those of the pages. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import type { Device } from '../device.decorator.js';
import type { Account } from '../reader.js';
import type { SessionKind } from '../reader-finder.js';
import { SessionRepository } from './session.repository.js';
import { prolongedExpiry, sessionExpiry } from './session.rules.js';
import { SecondStep } from '../second-factor/second-step.service.js';
import { SignIns } from '../sign-in/sign-in.facts.js';
import { banned, invalidCredentials } from '../users.errors.js';

/** A password or a mailbox is one; with an authenticator's code, and as a passkey that asks who is there, it is two. */
export type Factors = 1 | 2;

/** Enough to tell a phone from a laptop. */
const userAgentLength = 300;

@Injectable()
export class SessionLife {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly sessions: SessionRepository,
    private readonly signIns: SignIns,
    private readonly secondStep: SecondStep,
  ) {}

  /**
   * For somebody who has just proven that the account is hers; always a new session. Every way in leads through
   * here, so that none passes by the second factor of an account that has one.
   * @param factors how many she has shown
   * @throws Problem 403 `auth/banned`; 401 `auth/second-factor-required` where one is not enough, and
   *   `auth/invalid-credentials` where the account was taken back while she signed in
   */
  async begin(
    account: Account,
    kind: SessionKind,
    device: Device,
    factors: Factors,
  ): Promise<{ id: string; expiresAt: Date }> {
    if (account.bannedAt !== null) throw banned();
    if (factors === 1) await this.secondStep.demandOf(account);
    await this.signIns.tell({ userId: account.id, email: account.email, device });
    const now = this.clock.now();
    const expiresAt = this.expiry(now, now);
    const userAgent = device.userAgent?.slice(0, userAgentLength) ?? null;
    const secondFactorAt = factors === 2 ? now : null;
    const session = { account, kind, userAgent, secondFactorAt, createdAt: now, expiresAt };
    const id = await this.sessions.add(session);
    if (id === null) throw invalidCredentials();
    return { id, expiresAt };
  }

  /** @returns its new end; null where a visit leaves it as it is */
  async prolong(
    id: string,
    session: { createdAt: Date; expiresAt: Date },
    now: Date,
  ): Promise<Date | null> {
    const expiresAt = prolongedExpiry(session, now, this.config.refreshTokenTtl);
    if (expiresAt !== null) await this.sessions.prolong(id, now, expiresAt);
    return expiresAt;
  }

  /** When a session ends that is used now and then no more. */
  expiry(createdAt: Date, now: Date): Date {
    return sessionExpiry(createdAt, now, this.config.refreshTokenTtl);
  }
}
