/** A fresh proof by passkey: two factors at once, with nothing to type. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Problem } from '../../platform/http/problem.js';
import type { Assertion } from '../passkeys/credential-json.rules.js';
import { PasskeyAssertions } from '../passkeys/passkey-assertions.service.js';
import type { Account, Reader } from '../reader.js';
import { invalidPasskey } from '../second-factor/second-factor.errors.js';
import { SessionProofRepository } from '../sessions/session-proof.repository.js';
import { wrongPasskey } from '../users.errors.js';

@Injectable()
export class PasskeyProof {
  constructor(
    private readonly clock: Clock,
    private readonly sessions: SessionProofRepository,
    private readonly assertions: PasskeyAssertions,
  ) {}

  /**
   * @returns since when the session is proven
   * @throws Problem 422 `auth/wrong-passkey`, also for one that is somebody else's
   */
  async prove(reader: Reader, challenge: string, assertion: Assertion): Promise<Date> {
    const owner = await this.ownerOf(challenge, assertion);
    if (owner?.id !== reader.id) throw wrongPasskey();
    const now = this.clock.now();
    await this.sessions.prove(reader.sessionId, { provenAt: now, secondFactorAt: now });
    return now;
  }

  /** @returns null for a passkey that would sign nobody in */
  private async ownerOf(challenge: string, assertion: Assertion): Promise<Account | null> {
    try {
      return await this.assertions.accountOf(challenge, assertion);
    } catch (error) {
      if (error instanceof Problem && error.code === invalidPasskey().code) return null;
      throw error;
    }
  }
}
