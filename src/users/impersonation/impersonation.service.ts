/** Lets staff see what a reader sees, for a quarter of an hour and without a trace on her side. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Account, Reader } from '../reader.js';
import { AccessTokens } from '../sessions/access-tokens.js';
import { cannotImpersonate } from './impersonation.errors.js';
import { ImpersonationRepository } from './impersonation.repository.js';
import { impersonationSeconds, mayImpersonate } from './impersonation.rules.js';

/** What opens her pages; there is no refresh token. */
export interface OpenedAsHer {
  sessionId: string;
  accessToken: string;
  /** Seconds that it is good for. */
  expiresIn: number;
}

@Injectable()
export class Impersonations {
  constructor(
    private readonly sessions: ImpersonationRepository,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

  /**
   * It dies with the session it was asked for in, with the role, and with a ban of either.
   * @throws Problem 409 `members/is-staff`, `members/is-banned` or `members/is-deleted`
   */
  async begin(account: Account, { id, sessionId: own }: Reader): Promise<OpenedAsHer> {
    const decision = mayImpersonate(account);
    if (!decision.granted) throw cannotImpersonate(decision.denial);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + impersonationSeconds * 1000);
    const by = { id, sessionId: own };
    const sessionId = await this.sessions.begin({ userId: account.id, by, now, expiresAt });
    const accessToken = this.tokens.issue(account.id, sessionId, impersonationSeconds);
    return { sessionId, accessToken, expiresIn: impersonationSeconds };
  }
}
