/** What opens and closes an account as a whole: its password, a ban, and with them all of its sessions. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { ChallengeRepository } from './challenges/challenge.repository.js';
import type { Account } from './reader.js';
import { SessionRepository } from './sessions/session.repository.js';
import { type NewAccount, UserRepository } from './user.repository.js';
import { emailTaken, invalidAccessToken } from './users.errors.js';

/** Every method that changes something wants a transaction around it. */
@Injectable()
export class AccountAccess {
  constructor(
    private readonly clock: Clock,
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly challenges: ChallengeRepository,
  ) {}

  find(email: string): Promise<Account | null> {
    return this.users.findByEmail(email);
  }

  /** @returns the account of this address; one that exists already is left as it is */
  async open(beginning: NewAccount): Promise<Account> {
    await this.users.createUnlessKnown(beginning, this.clock.now());
    const account = await this.users.findByEmail(beginning.email);
    if (account === null) throw new Error('An account was gone in the moment it was opened.');
    return account;
  }

  hasPassword(email: string): Promise<boolean> {
    return this.users.hasPassword(email);
  }

  /** @param kept the session that goes on; all others end */
  async replacePassword(userId: string, passwordHash: string, kept?: string): Promise<void> {
    const now = this.clock.now();
    await this.users.change(userId, { passwordHash }, now);
    await this.signOut(userId, now, kept);
  }

  /**
   * @param kept the session that goes on; all others end
   * @throws Problem 409 `auth/email-taken`, also where another account gets the address at the same moment
   */
  async changeEmail(userId: string, email: string, kept: string): Promise<void> {
    const now = this.clock.now();
    if (!(await this.users.move(userId, email, now))) throw emailTaken();
    await this.signOut(userId, now, kept);
  }

  /** @returns null for an unknown account */
  async ban(userId: string, reason: string): Promise<Account | null> {
    const now = this.clock.now();
    const account = await this.users.change(userId, { bannedAt: now, banReason: reason }, now);
    await this.signOut(userId, now);
    return account;
  }

  unban(userId: string): Promise<Account | null> {
    return this.users.change(userId, { bannedAt: null, banReason: null }, this.clock.now());
  }

  /**
   * Whoever is in the midst of signing in is shown out, too.
   * @throws Problem 401 where the session that should go on was ended while its request waited: by the owner,
   *   who has taken her account back
   */
  private async signOut(userId: string, now: Date, kept?: string): Promise<void> {
    if (kept !== undefined && !(await this.sessions.isLive(kept))) throw invalidAccessToken();
    await this.sessions.end({ userId, except: kept }, now);
    await this.challenges.retire(userId, now);
  }
}
