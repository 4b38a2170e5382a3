/** Whether a password is the one of an account that somebody is signed in to. */
import { Injectable } from '@nestjs/common';
import { UserRepository } from '../user.repository.js';
import { PasswordAttempts } from './password-attempts.service.js';

@Injectable()
export class PasswordCheck {
  constructor(
    private readonly users: UserRepository,
    private readonly attempts: PasswordAttempts,
  ) {}

  /** False also where the account has none. @throws Problem 429, 503 when too many wait already */
  async isHers({ email }: { email: string }, password: string): Promise<boolean> {
    const known = await this.users.findWithPassword(email);
    return this.attempts.isRight(email, known?.passwordHash ?? null, password);
  }
}
