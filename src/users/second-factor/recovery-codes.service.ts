/** Gives out recovery codes, which open the second door once each for whoever has lost her authenticator. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../reader.js';
import { AuthenticatorRepository } from './authenticator.repository.js';
import { FactorChanges } from './factor-changes.service.js';
import { FactorNews } from './factor-news.service.js';
import { RecoveryCodeRepository } from './recovery-code.repository.js';
import { recoveryCodeBytes, recoveryCodes, writeRecoveryCode } from './recovery-code.rules.js';
import { noAuthenticator } from './second-factor.errors.js';

@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly changes: FactorChanges,
    private readonly authenticators: AuthenticatorRepository,
    private readonly codes: RecoveryCodeRepository,
    private readonly news: FactorNews,
  ) {}

  /** In the transaction of whoever calls. @returns what she is shown now and never again */
  async issue(userId: string): Promise<string[]> {
    const codes = Array.from({ length: recoveryCodes }, () =>
      writeRecoveryCode(randomBytes(recoveryCodeBytes)),
    );
    await this.codes.replace(userId, codes);
    return codes;
  }

  async forget(userId: string): Promise<void> {
    await this.codes.replace(userId, []);
  }

  /** The old ones are dead. @throws Problem 409 `auth/no-authenticator` */
  renew(reader: Reader): Promise<string[]> {
    return this.changes.change(reader, async () => {
      if (!(await this.authenticators.isConfirmed(reader.id))) throw noAuthenticator();
      await this.news.recoveryCodesRenewed(reader);
      return this.issue(reader.id);
    });
  }
}
