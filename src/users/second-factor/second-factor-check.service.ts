/** Says whether a code of an authenticator, or a recovery code, is its owner's; each is good once. */
import { Injectable } from '@nestjs/common';
import { UserRepository } from '../user.repository.js';
import { AuthenticatorCodes } from './authenticator-codes.service.js';
import { AuthenticatorRepository } from './authenticator.repository.js';
import { FactorNews } from './factor-news.service.js';
import { RecoveryCodeRepository } from './recovery-code.repository.js';
import { readRecoveryCode } from './recovery-code.rules.js';

/** What she typed: six digits from the app, or a code from the list. */
export type SecondFactorAnswer = { code: string } | { recoveryCode: string };

@Injectable()
export class SecondFactorCheck {
  constructor(
    private readonly users: UserRepository,
    private readonly authenticators: AuthenticatorRepository,
    private readonly authenticatorCodes: AuthenticatorCodes,
    private readonly recoveryCodes: RecoveryCodeRepository,
    private readonly news: FactorNews,
  ) {}

  /** Whether one factor is not enough to be this account's owner. */
  isNeeded(userId: string): Promise<boolean> {
    return this.authenticators.isConfirmed(userId);
  }

  /**
   * Uses the answer up; of the same one sent twice at once, one is right. Wants a transaction around it, and
   * somebody who counts the wrong ones. A refusal is false, not an exception: what it cost must be committed.
   */
  async isRight(userId: string, answer: SecondFactorAnswer): Promise<boolean> {
    return 'code' in answer
      ? this.takeCode(userId, answer.code)
      : this.takeRecoveryCode(userId, answer.recoveryCode);
  }

  private async takeCode(userId: string, code: string): Promise<boolean> {
    const { held } = await this.authenticators.secretsOf(userId);
    const step = held === null ? null : this.authenticatorCodes.stepOf(code, held);
    return step !== null && this.authenticators.takeStep(userId, step);
  }

  private async takeRecoveryCode(userId: string, typed: string): Promise<boolean> {
    const code = readRecoveryCode(typed);
    if (code === null || !(await this.authenticators.isConfirmed(userId))) return false;
    if (!(await this.recoveryCodes.use(userId, code))) return false;
    const owner = await this.users.findById(userId);
    if (owner === null) return false;
    await this.news.recoveryCodeUsed(owner, await this.recoveryCodes.countLeft(userId));
    return true;
  }
}
