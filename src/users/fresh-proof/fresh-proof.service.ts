/** Takes what shows that a session is still in its owner's hands, and writes down when it did. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { PasswordCheck } from '../passwords/password-check.service.js';
import type { Reader } from '../reader.js';
import type { SecondFactorAnswer } from '../second-factor/second-factor-check.service.js';
import { wrongSecondFactor } from '../second-factor/second-factor.errors.js';
import { SessionProofRepository } from '../sessions/session-proof.repository.js';
import { invalidCode, secondFactorNeeded, wrongPassword } from '../users.errors.js';
import { MailedProof } from './mailed-proof.service.js';
import { SecondFactorProof } from './second-factor-proof.service.js';

/** A password or the code from a mail, and with it what an account with an authenticator is asked besides. */
export interface Evidence {
  first: { password: string } | { code: string };
  second: SecondFactorAnswer | null;
}

@Injectable()
export class FreshProofService {
  constructor(
    private readonly clock: Clock,
    private readonly sessions: SessionProofRepository,
    private readonly passwords: PasswordCheck,
    private readonly mailed: MailedProof,
    private readonly secondFactor: SecondFactorProof,
  ) {}

  /**
   * @returns since when the session is proven
   * @throws Problem 422 that says what was not right, or is missing
   */
  async prove(reader: Reader, { first, second }: Evidence): Promise<Date> {
    const isTwofold = await this.secondFactor.isNeeded(reader.id);
    if (isTwofold && second === null) throw secondFactorNeeded();
    await this.demandFirst(reader, first);
    // She may have set her authenticator up while somebody's proof by one factor waited for the hasher.
    if (!isTwofold && (await this.secondFactor.isNeeded(reader.id))) throw secondFactorNeeded();
    if (isTwofold && second !== null && !(await this.secondFactor.isHers(reader, second))) {
      throw wrongSecondFactor();
    }
    const provenAt = this.clock.now();
    const secondFactor = isTwofold ? { secondFactorAt: provenAt } : {};
    await this.sessions.prove(reader.sessionId, { provenAt, ...secondFactor });
    return provenAt;
  }

  private async demandFirst(reader: Reader, first: Evidence['first']): Promise<void> {
    if ('password' in first) {
      if (!(await this.passwords.isHers(reader, first.password))) throw wrongPassword();
    } else if (!(await this.mailed.isHers(reader, first.code))) {
      throw invalidCode();
    }
  }
}
