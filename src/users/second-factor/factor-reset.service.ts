/** Takes everything from an account that is a second factor, for an owner who has lost all of it. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { PasskeyRepository } from '../passkeys/passkey.repository.js';
import type { Account } from '../reader.js';
import { AuthenticatorRepository } from './authenticator.repository.js';
import { FactorNews } from './factor-news.service.js';
import { RecoveryCodeRepository } from './recovery-code.repository.js';

@Injectable()
export class FactorReset {
  constructor(
    private readonly database: Database,
    private readonly authenticators: AuthenticatorRepository,
    private readonly codes: RecoveryCodeRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly news: FactorNews,
  ) {}

  async forgetAll(owner: Account): Promise<void> {
    await this.database.transaction(async () => {
      await this.authenticators.remove(owner.id);
      await this.codes.replace(owner.id, []);
      await this.passkeys.removeAll(owner.id);
      await this.news.factorsForgotten(owner);
    });
  }
}
