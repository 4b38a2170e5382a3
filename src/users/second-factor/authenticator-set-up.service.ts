/** Gives an account an authenticator, replaces it and takes it away. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../reader.js';
import { AuthenticatorCodes, type ProposedAuthenticator } from './authenticator-codes.service.js';
import { AuthenticatorRepository } from './authenticator.repository.js';
import { FactorChanges } from './factor-changes.service.js';
import { FactorNews } from './factor-news.service.js';
import { RecoveryCodes } from './recovery-codes.service.js';
import { noAuthenticator, wrongSecondFactor } from './second-factor.errors.js';
import { secretLength } from './totp.js';

@Injectable()
export class AuthenticatorSetUp {
  constructor(
    private readonly codes: AuthenticatorCodes,
    private readonly changes: FactorChanges,
    private readonly authenticators: AuthenticatorRepository,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly news: FactorNews,
  ) {}

  /**
   * Changes nothing yet: the one that she has guards her account until the new one is confirmed.
   * @throws Problem 403 `auth/second-factor-missing`
   */
  propose(reader: Reader): Promise<ProposedAuthenticator> {
    return this.changes.change(reader, async () => {
      const secret = randomBytes(secretLength);
      await this.authenticators.propose(reader.id, secret);
      return this.codes.proposal(secret, reader.email);
    });
  }

  /**
   * The one that she is setting up, for whoever mistyped its first code.
   * @param secret as it was shown to her: who cannot say it may be somebody who knows her password, and nothing more
   * @returns null where there is none, or another
   */
  async proposed(
    { id, email }: Reader,
    secret: string | undefined,
  ): Promise<ProposedAuthenticator | null> {
    const { next } = await this.authenticators.secretsOf(id);
    const proposal = next === null ? null : this.codes.proposal(next, email);
    return proposal !== null && proposal.secret === secret ? proposal : null;
  }

  /**
   * Its first code shows that the app has the secret. The session counts as one of two factors from now on.
   * @returns her recovery codes; those of an authenticator before are dead
   * @throws Problem 409 `auth/no-authenticator`, 422 `auth/invalid-code`
   */
  confirm(reader: Reader, code: string): Promise<string[]> {
    return this.changes.change(reader, async () => {
      const { next } = await this.authenticators.secretsOf(reader.id);
      if (next === null) throw noAuthenticator();
      const step = this.codes.stepOf(code, next);
      if (step === null) throw wrongSecondFactor();
      await this.authenticators.confirm(reader.id, next, step);
      await this.changes.noteShown(reader);
      await this.news.authenticatorAdded(reader);
      return this.recoveryCodes.issue(reader.id);
    });
  }

  /** With it go its recovery codes. @throws Problem 409 `auth/no-authenticator` or `auth/last-second-factor` */
  remove(reader: Reader): Promise<void> {
    return this.changes.takeAway(reader, async () => {
      if (!(await this.authenticators.remove(reader.id))) throw noAuthenticator();
      await this.recoveryCodes.forget(reader.id);
      await this.news.authenticatorRemoved(reader);
    });
  }
}
