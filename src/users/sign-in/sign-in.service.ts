/** Signs in with address and password. */
import { Injectable } from '@nestjs/common';
import { Turnstile } from '../../platform/database/turnstile.js';
import { PasswordAttempts } from '../passwords/password-attempts.service.js';
import type { Account } from '../reader.js';
import { UserRepository } from '../user.repository.js';
import { banned, invalidCredentials } from '../users.errors.js';
import { SignInMetrics } from './sign-in.metrics.js';

/** Two hundred at once, each asking for herself, would hold up everybody who reads for a second. */
const arrivals = { places: 2, queue: 1_000, patience: 5_000 };

@Injectable()
export class SignInService {
  private readonly turnstile = new Turnstile(arrivals);

  constructor(
    private readonly users: UserRepository,
    private readonly attempts: PasswordAttempts,
    private readonly metrics: SignInMetrics,
  ) {}

  /**
   * Takes as long and answers the same for an unknown address as for a wrong password.
   * @throws Problem 401, 429 after too many wrong ones, 503 where too many come at once, or 403 for a banned account
   *   whose password was right
   */
  async withPassword(email: string, password: string): Promise<Account> {
    const known = await this.turnstile.through(() => this.users.findWithPassword(email));
    const isRight = await this.attempts.isRight(email, known?.passwordHash ?? null, password);
    if (known === null || !isRight) {
      this.metrics.failed('password');
      throw invalidCredentials();
    }
    if (known.account.bannedAt !== null) throw banned();
    return known.account;
  }
}
