/** Tells a reader where she stands with her second factor. */
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import type { Reader } from '../reader.js';
import { HeldFactors } from './held-factors.repository.js';
import { RecoveryCodeRepository } from './recovery-code.repository.js';
import type { SecondFactorView } from './second-factor.presenter.js';
import { wantsTwo } from './second-factor.rules.js';

@Injectable()
export class SecondFactorState {
  constructor(
    private readonly config: Config,
    private readonly held: HeldFactors,
    private readonly codes: RecoveryCodeRepository,
  ) {}

  /** Whether staff's doors stay closed to whoever signs in to this account with one factor. */
  isDemandedOf(account: Pick<Reader, 'roles'>): boolean {
    return wantsTwo(account, this.config.demandsSecondFactor);
  }

  async of(reader: Reader): Promise<SecondFactorView> {
    const { hasAuthenticator, passkeys } = await this.held.of(reader.id);
    return {
      authenticator: hasAuthenticator,
      recoveryCodesLeft: await this.codes.countLeft(reader.id),
      passkeys,
      required: this.isDemandedOf(reader),
      shownAt: reader.secondFactorAt?.toISOString() ?? null,
    };
  }
}
