/** Gives an account another password, or its first, while its owner is signed in. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isFresh } from '../fresh-proof/fresh-proof.rules.js';
import type { Reader } from '../reader.js';
import { freshProofRequired, wrongPassword } from '../users.errors.js';
import { NewPasswords } from './new-passwords.service.js';
import { PasswordCheck } from './password-check.service.js';
import { PasswordReplacement } from './password-replacement.service.js';

export interface PasswordChange {
  /** Not needed by whoever has shown in the last ten minutes that the account is hers. */
  current: string | undefined;
  next: string;
}

@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly check: PasswordCheck,
    private readonly passwords: NewPasswords,
    private readonly replacement: PasswordReplacement,
  ) {}

  /**
   * Every other session ends.
   * @throws Problem 422 for the wrong present password or a weak new one, 403 `auth/fresh-proof-required`
   */
  async change(reader: Reader, { current, next }: PasswordChange): Promise<void> {
    if (current === undefined) {
      if (!isFresh(reader.provenAt, this.clock.now())) throw freshProofRequired();
    } else if (!(await this.check.isHers(reader, current))) {
      throw wrongPassword();
    }
    const passwordHash = await this.passwords.hash(next, reader);
    await this.database.transaction(() =>
      this.replacement.replace(reader, passwordHash, reader.sessionId),
    );
  }
}
