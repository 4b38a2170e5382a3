/** The second step of a sign-in: what an account with an authenticator is asked, and the one answer that lets in. */
import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ChallengeRepository } from '../challenges/challenge.repository.js';
import type { Account } from '../reader.js';
import { UserRepository } from '../user.repository.js';
import { SecondFactorAttempts } from './second-factor-attempts.service.js';
import type { SecondFactorAnswer } from './second-factor-check.service.js';
import { challengeOver, secondFactorRequired, wrongSecondFactor } from './second-factor.errors.js';
import { mostWrongAnswers, secondStepSeconds } from './second-factor.rules.js';

@Injectable()
export class SecondStep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly challenges: ChallengeRepository,
    private readonly attempts: SecondFactorAttempts,
    private readonly users: UserRepository,
  ) {}

  /**
   * For somebody who has shown one factor.
   * @throws Problem 401 `auth/second-factor-required`, with a challenge, where one is not enough
   */
  async demandOf({ id: userId }: Account): Promise<void> {
    if (!(await this.attempts.isNeeded(userId))) return;
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + secondStepSeconds * 1000);
    const token = randomBytes(32).toString('base64url');
    const secret = digest(token);
    const id = await this.challenges.add({
      kind: 'second_factor',
      userId,
      secret,
      createdAt,
      expiresAt,
    });
    throw secondFactorRequired(`${id}.${token}`, expiresAt);
  }

  /**
   * @returns who has now shown two factors; of parallel right answers, one gets her
   * @throws Problem 422 `auth/challenge-over` or `auth/invalid-code`, 429 `request/too-many`
   */
  async take(challenge: string, answer: SecondFactorAnswer): Promise<Account> {
    const outcome = await this.database.transaction(() => this.judge(challenge, answer));
    if (outcome === 'over') throw challengeOver();
    if (outcome === 'wrong') throw wrongSecondFactor();
    const account = await this.users.findById(outcome.userId);
    if (account === null) throw challengeOver();
    return account;
  }

  /** The attempt is spent before the comparison: parallel guesses wait, and find it gone. */
  private async judge(
    challenge: string,
    answer: SecondFactorAnswer,
  ): Promise<'over' | 'wrong' | { userId: string }> {
    const key = keyOf(challenge);
    if (key === null) return 'over';
    const now = this.clock.now();
    const tried = await this.challenges.spendAttempt(key, mostWrongAnswers, now);
    if (tried === null || tried.userId === null) return 'over';
    if (!(await this.attempts.isRight(tried.userId, answer))) return 'wrong';
    return (await this.challenges.use(key, now)) === null ? 'over' : { userId: tried.userId };
  }
}

/** The row's id finds it, and only who holds the other half knows that it is his. */
function keyOf(challenge: string) {
  const [id = '', token = ''] = challenge.split('.');
  if (!isUUID(id)) return null;
  return { kind: 'second_factor', id, secret: digest(token) } as const;
}

/** 256 random bits need no key. */
function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
