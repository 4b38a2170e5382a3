/** Whether a second factor is right, asked only as often as nobody can guess it, over however many challenges. */
import { Injectable } from '@nestjs/common';
import { Limits } from '../../platform/limits/limits.service.js';
import { SignInMetrics } from '../sign-in/sign-in.metrics.js';
import { wrongSecondFactors } from '../users.limits.js';
import { type SecondFactorAnswer, SecondFactorCheck } from './second-factor-check.service.js';

@Injectable()
export class SecondFactorAttempts {
  constructor(
    private readonly limits: Limits,
    private readonly check: SecondFactorCheck,
    private readonly metrics: SignInMetrics,
  ) {}

  isNeeded(userId: string): Promise<boolean> {
    return this.check.isNeeded(userId);
  }

  /**
   * Uses the answer up. Wants a transaction around it, which is committed also where the answer is wrong.
   * @throws Problem 429 `request/too-many`
   */
  async isRight(userId: string, answer: SecondFactorAnswer): Promise<boolean> {
    const attempt = await this.limits.take(wrongSecondFactors, userId);
    const isRight = await this.check.isRight(userId, answer);
    if (isRight) await attempt.giveBack();
    else this.metrics.failed('second-factor');
    return isRight;
  }
}
