/** The second half of a fresh proof, for whoever has an authenticator: one factor shows nothing there. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../reader.js';
import { SecondFactorAttempts } from '../second-factor/second-factor-attempts.service.js';
import type { SecondFactorAnswer } from '../second-factor/second-factor-check.service.js';

@Injectable()
export class SecondFactorProof {
  constructor(
    private readonly database: Database,
    private readonly attempts: SecondFactorAttempts,
  ) {}

  isNeeded(userId: string): Promise<boolean> {
    return this.attempts.isNeeded(userId);
  }

  /** Uses the answer up. @throws Problem 429 `request/too-many` after too many wrong ones */
  isHers({ id }: Reader, answer: SecondFactorAnswer): Promise<boolean> {
    return this.database.transaction(() => this.attempts.isRight(id, answer));
  }
}
